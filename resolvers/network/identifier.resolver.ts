import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Identifier } from '../../entities/network/identifier.entity.js';
import { UrlScalar } from '../../entities/shared/standards.scalar.js';
import { entryUrl, registerUrl } from '../../src/domain/registers.js';
import { DependsOn } from '../../src/fields/decorators.js';

@Resolver(() => Identifier)
export class IdentifierResolver {
  @DependsOn('scheme', 'value')
  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description:
      'The page about the organization in the register. Null if the register has no page for each entry.',
  })
  url(@Root() identifier: Identifier): string | null {
    return entryUrl(identifier);
  }

  @DependsOn('scheme')
  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description:
      'The page about the register, in org-id.guide if it is listed there. Null for numbers that publishers assign.',
  })
  registerUrl(@Root() identifier: Identifier): string | null {
    return registerUrl(identifier);
  }
}
