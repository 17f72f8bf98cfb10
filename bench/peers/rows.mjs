// What Mercurius and yoga read with: constant statements, prepared by name, batched by key.
import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c jit=off',
});
const names = new Map();

export async function query(text, values) {
  if (!names.has(text)) names.set(text, `s${names.size}`);
  return (await pool.query({ name: names.get(text), text, values })).rows;
}

export const FIRST = ['', '00000000-0000-0000-0000-000000000000'];
const group = (ids, rows) => {
  const of = new Map(ids.map((id) => [id, []]));
  for (const row of rows) of.get(row._parent).push(row);
  return ids.map((id) => of.get(id));
};
const byKey = (ids, rows) => {
  const of = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => of.get(id) ?? null);
};
const perParent =
  (inner) =>
  (ids, ...values) =>
    query(
      `SELECT p.key AS _parent, r.* FROM unnest($1::uuid[]) p(key) CROSS JOIN LATERAL (${inner}) r`,
      [ids, ...values],
    ).then((rows) => group(ids, rows));

const ORGANIZATION = `id, name, slug, city, country, website, status, region_id AS "regionId"`;
export const organizationsAfter = ([name, id], first, type) =>
  query(
    `SELECT ${ORGANIZATION} FROM organization WHERE (sort_name, id) > ($1, $2::uuid)${type === null ? '' : ` AND type = '${type}'`} ORDER BY sort_name, id LIMIT $3::int`,
    [name, id, first],
  );
export const membershipsAfter = ([since, id], first) =>
  query(
    `SELECT since, class, member_id AS "memberId", group_id AS "groupId" FROM membership WHERE (coalesce(since, '9999'), id) > ($1, $2::uuid)
     ORDER BY coalesce(since, '9999'), id LIMIT $3::int`,
    [since, id, first],
  );
const one = (table, columns) => async (ids) =>
  byKey(ids, await query(`SELECT id, ${columns} FROM ${table} WHERE id = ANY($1::uuid[])`, [ids]));
export const organizations = one('organization', ORGANIZATION.slice(4));
export const regions = one('region', 'name, code');
export const partnerships = one('partnership', 'title, kind, since');
export const initiatives = one('initiative', 'title, started_on AS "startedOn"');
export const sectorsOf = perParent(
  `SELECT s.title FROM organization_sector l JOIN sector s ON s.id = l.sector_id WHERE l.organization_id = p.key ORDER BY s.scheme || ' ' || s.code, s.id LIMIT $2::int`,
);
export const membershipCounts = async (ids) => {
  const rows = await query(
    `SELECT member_id, count(*)::int AS n FROM membership WHERE member_id = ANY($1::uuid[]) GROUP BY member_id`,
    [ids],
  );
  const of = new Map(rows.map(({ member_id, n }) => [member_id, n]));
  return ids.map((id) => of.get(id) ?? 0);
};
export const partnershipsOf = perParent(
  `SELECT l.role, l.partnership_id AS "nodeId" FROM partnership_party l JOIN partnership p2 ON p2.id = l.partnership_id
   WHERE l.organization_id = p.key ORDER BY coalesce(p2.since, '9999'), p2.id LIMIT $2::int`,
);
export const partiesOf = perParent(
  `SELECT l.role, l.organization_id AS "nodeId" FROM partnership_party l JOIN organization o ON o.id = l.organization_id
   WHERE l.partnership_id = p.key ORDER BY o.sort_name, o.id LIMIT $2::int`,
);
export const initiativesOf = perParent(
  `SELECT role, initiative_id AS "nodeId" FROM initiative_participation WHERE organization_id = p.key ORDER BY coalesce(since, '9999'), id LIMIT $2::int`,
);
export const participantsOf = perParent(
  `SELECT role, organization_id AS "nodeId" FROM initiative_participation WHERE initiative_id = p.key ORDER BY coalesce(since, '9999'), id LIMIT $2::int`,
);
