/** The version of the data, as SQL: whoever sees it sees exactly the rows that it stands for. */
export const DATA_VERSION = `(SELECT coalesce(sum(changes), 0) FROM data_version)::text`;
/** Reads nothing else. */
export const READ_DATA_VERSION = `SELECT ${DATA_VERSION} AS data`;
