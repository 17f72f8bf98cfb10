/** SQL for the version of the data. A statement that reads it sees exactly the rows of this version. */
export const DATA_VERSION = `(SELECT coalesce(sum(changes), 0) FROM data_version)::text`;
/** Reads only the version. */
export const READ_DATA_VERSION = `SELECT ${DATA_VERSION} AS data`;
