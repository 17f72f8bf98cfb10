/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type RecordKind =
  | 'ADVOCACY_CASE'
  | 'ANNOUNCEMENT'
  | 'CLAIM'
  | 'EVENT'
  | 'INITIATIVE'
  | 'ORGANIZATION'
  | 'PERSON'
  | 'SOURCE';

export type TieKind =
  | 'COOPERATION_OFFER'
  | 'INITIATIVE_PARTICIPATION'
  | 'MEMBERSHIP'
  | 'PARTNERSHIP'
  | 'SEAT';

export type DevelopersQueryVariables = Exact<{ [key: string]: never; }>;


export type DevelopersQuery = { readonly totals: { readonly records: ReadonlyArray<{ readonly kind: RecordKind, readonly count: number }>, readonly ties: ReadonlyArray<{ readonly kind: TieKind, readonly count: number }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const DevelopersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Developers {
  totals {
    records {
      kind
      count
    }
    ties {
      kind
      count
    }
  }
}
    `, {"documentId":"sha256:085292cad858fe3e984bac858be9d32f3ba6aa26e676663b5eff540d63ffd32a"}) as unknown as TypedDocumentString<DevelopersQuery, DevelopersQueryVariables>;