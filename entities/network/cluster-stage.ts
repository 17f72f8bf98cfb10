import { enumType } from '../shared/enum-type.js';

export const ClusterStage = enumType('ClusterStage', 'The development stage of a cluster.', {
  SEEKING: 'Still looking for its direction.',
  DEVELOPING: 'Active and growing, but not yet firmly established.',
  ESTABLISHED: 'Firmly established: it has members, management and a record of joint work.',
});
export type ClusterStage = keyof typeof ClusterStage;
