import type { OrganizationType } from '../../src/pages/generated/fragments.js';

/**
 * The shape of each kind of organization, within a circle of radius 1, for drawings and for the marks before names: the
 * kinds can be distinguished without color.
 */
export const SHAPES: Readonly<Record<OrganizationType | 'GROUP', string>> = {
  CLUSTER: 'M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z',
  COMPANY: 'M-.82,-.82H.82V.82H-.82Z',
  INSTITUTION: 'M0,-1L.98,.78H-.98Z',
  DONOR: 'M0,-1.1L1.1,0L0,1.1L-1.1,0Z',
  PARTNER: 'M1,0L.5,.87H-.5L-1,0L-.5,-.87H.5Z',
  ASSOCIATION: 'M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0ZM.5,0A.5,.5,0,1,0,-.5,0A.5,.5,0,1,0,.5,0Z',
  GROUP: 'M-.9,-.5Q-.9,-.9,-.5,-.9H.5Q.9,-.9,.9,-.5V.5Q.9,.9,.5,.9H-.5Q-.9,.9,-.9,.5Z',
};

/** The variable of styles/tokens.css with the color of a kind. */
export function kindColor(kind: OrganizationType | null): string {
  return kind === null ? '--kind-group' : `--kind-${kind.toLowerCase()}`;
}
