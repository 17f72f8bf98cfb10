// The limit: node:http, and for each shape one prepared statement, written by hand, that gives the JSON.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c jit=off',
});

const FIRST = ['', '00000000-0000-0000-0000-000000000000'];
const sectors = (
  id,
  limit,
) => `json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object('title', s.title)), '[]') FROM (
  SELECT s.title FROM organization_sector l JOIN sector s ON s.id = l.sector_id WHERE l.organization_id = ${id}
  ORDER BY s.scheme || ' ' || s.code, s.id LIMIT ${limit}) s))`;

const money = (amount, currency) =>
  `CASE WHEN ${amount} IS NULL THEN NULL ELSE json_build_object('amount', ${amount}::text, 'currency', ${currency}) END`;

export const STATEMENTS = {
  dashboard: {
    text: `SELECT json_build_object('companies', json_build_object('nodes', coalesce(json_agg(json_build_object(
        'name', t.name, 'slug', t.slug, 'city', t.city, 'sectors', ${sectors('t.id', 10)},
        'memberships', json_build_object('totalCount', (SELECT count(*) FROM membership m WHERE m.member_id = t.id)))), '[]')))::text AS data
      FROM (SELECT id, name, slug, city FROM organization WHERE type = 'Company' AND (sort_name, id) > ($1, $2::uuid)
        ORDER BY sort_name, id LIMIT 50) t`,
    values: ({ after }) => after ?? FIRST,
  },
  partnerships: {
    text: `SELECT json_build_object('organizations', json_build_object('nodes', coalesce(json_agg(json_build_object(
        'name', t.name, 'partnerships', json_build_object('edges', (SELECT coalesce(json_agg(json_build_object('role', p.role,
          'node', json_build_object('title', p.title, 'kind', p.kind, 'since', p.since, 'parties', json_build_object('edges',
            (SELECT coalesce(json_agg(json_build_object('role', q.role, 'node', json_build_object('name', q.name, 'slug', q.slug))), '[]') FROM (
              SELECT pp.role, o.name, o.slug FROM partnership_party pp JOIN organization o ON o.id = pp.organization_id
              WHERE pp.partnership_id = p.id ORDER BY o.sort_name, o.id LIMIT 10) q))))), '[]')
          FROM (SELECT l.role, p.* FROM partnership_party l JOIN partnership p ON p.id = l.partnership_id
            WHERE l.organization_id = t.id ORDER BY coalesce(p.since, '9999'), p.id LIMIT 10) p)))), '[]')))::text AS data
      FROM (SELECT id, name FROM organization WHERE (sort_name, id) > ($1, $2::uuid) ORDER BY sort_name, id LIMIT 20) t`,
    values: ({ after }) => after ?? FIRST,
  },
  donors: {
    text: `SELECT json_build_object('donors', json_build_object('nodes', coalesce(json_agg(json_build_object(
        'name', t.name, 'initiatives', json_build_object('edges', (SELECT coalesce(json_agg(json_build_object('role', i.role,
          'node', json_build_object('title', i.title, 'startedOn', i.started_on, 'participants', json_build_object('edges',
            (SELECT coalesce(json_agg(json_build_object('role', q.role, 'node', json_build_object('name', q.name, 'sectors', ${sectors('q.organization_id', 5)}))), '[]') FROM (
              SELECT ip.role, ip.organization_id, o.name FROM initiative_participation ip JOIN organization o ON o.id = ip.organization_id
              WHERE ip.initiative_id = i.initiative_id ORDER BY coalesce(ip.since, '9999'), ip.id LIMIT 5) q))))), '[]')
          FROM (SELECT l.role, l.initiative_id, i.title, i.started_on FROM initiative_participation l JOIN initiative i ON i.id = l.initiative_id
            WHERE l.organization_id = t.id ORDER BY coalesce(l.since, '9999'), l.id LIMIT 5) i)))), '[]')))::text AS data
      FROM (SELECT id, name FROM organization WHERE type = 'Donor' AND (sort_name, id) > ($1, $2::uuid) ORDER BY sort_name, id LIMIT 5) t`,
    values: ({ after }) => after ?? FIRST,
  },
  one: {
    text: `SELECT json_build_object('organization', (SELECT json_build_object('id', o.id, 'name', o.name, 'slug', o.slug, 'city', o.city,
        'country', o.country, 'website', o.website, 'status', o.status,
        'region', (SELECT json_build_object('name', r.name, 'code', r.code) FROM region r WHERE r.id = o.region_id))
      FROM organization o WHERE o.id = $1::uuid))::text AS data`,
    values: ({ id }) => [id],
  },
  deep: {
    text: `SELECT json_build_object('memberships', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object('since', m.since, 'class', m.class,
        'member', json_build_object('name', a.name), 'group', json_build_object('name', g.name)) ORDER BY m.at) FILTER (WHERE m.at <= 20), '[]')),
        'pageInfo', json_build_object('hasNextPage', count(*) > 20)))::text AS data
      FROM (SELECT *, row_number() OVER () AS at FROM (SELECT since, class, member_id, group_id FROM membership
        WHERE (coalesce(since, '9999'), id) > ($1, $2::uuid) ORDER BY coalesce(since, '9999'), id LIMIT 21) m) m
      JOIN organization a ON a.id = m.member_id JOIN organization g ON g.id = m.group_id`,
    values: ({ after }) => after,
  },
  nodes: {
    text: `SELECT json_build_object('nodes', (SELECT json_agg(json_build_object('id', o.id, 'name', o.name, 'slug', o.slug) ORDER BY k.at)
      FROM unnest($1::uuid[]) WITH ORDINALITY k(id, at) JOIN organization o ON o.id = k.id))::text AS data`,
    values: ({ ids }) => [ids],
  },
  fragments: {
    text: `SELECT json_build_object('organizations', json_build_object('nodes', coalesce(json_agg(CASE t.type
        WHEN 'Cluster' THEN json_build_object('__typename', t.type, 'name', t.name, 'city', t.city, 'region', r.region, 'stage', t.stage,
          'labels', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object('level', l.level)), '[]') FROM (SELECT level FROM excellence_label
            WHERE cluster_id = t.id ORDER BY coalesce(awarded_on, '9999'), id LIMIT 3) l)), 'source', json_build_object('title', s.title))
        WHEN 'Company' THEN json_build_object('__typename', t.type, 'name', t.name, 'city', t.city, 'region', r.region, 'sizeClass', t.size_class, 'source', json_build_object('title', s.title))
        ELSE json_build_object('__typename', t.type, 'name', t.name, 'city', t.city, 'region', r.region, 'source', json_build_object('title', s.title)) END ORDER BY t.sort_name, t.id), '[]')))::text AS data
      FROM (SELECT * FROM organization WHERE (sort_name, id) > ($1, $2::uuid) ORDER BY sort_name, id LIMIT 20) t
      JOIN source s ON s.id = t.source_id
      LEFT JOIN LATERAL (SELECT json_build_object('name', r.name) AS region FROM region r WHERE r.id = t.region_id) r ON true`,
    values: ({ after }) => after ?? FIRST,
  },
  entities: {
    text: `SELECT json_build_object('_entities', (SELECT json_agg(json_build_object('name', o.name,
        'memberships', json_build_object('totalCount', (SELECT count(*) FROM membership m WHERE m.member_id = o.id))) ORDER BY k.at)
      FROM unnest($1::uuid[]) WITH ORDINALITY k(id, at) JOIN organization o ON o.id = k.id))::text AS data`,
    values: ({ ids }) => [ids],
  },
  evidence: {
    text: `SELECT json_build_object('clusters', json_build_object('nodes', coalesce(json_agg(json_build_object(
        'name', t.name, 'source', json_build_object('title', s.title, 'url', s.url),
        'claims', json_build_object('totalCount', (SELECT count(*) FROM claim c WHERE c.organization_id = t.id),
          'nodes', (SELECT coalesce(json_agg(json_build_object('indicator', c.indicator, 'number', c.number::text, 'date', c.date, 'asOf', c.as_of,
            'source', json_build_object('title', c.title, 'publisher', c.publisher, 'confidence', c.confidence))), '[]') FROM (
              SELECT c.*, cs.title, cs.publisher, cs.confidence FROM claim c JOIN source cs ON cs.id = c.source_id
              WHERE c.organization_id = t.id ORDER BY c.indicator, c.id LIMIT 5) c))) ORDER BY t.sort_name, t.id), '[]')))::text AS data
      FROM (SELECT * FROM organization WHERE type = 'Cluster' AND (sort_name, id) > ($1, $2::uuid) ORDER BY sort_name, id LIMIT 20) t
      JOIN source s ON s.id = t.source_id`,
    values: ({ after }) => after ?? FIRST,
  },
  funder: {
    text: `SELECT json_build_object('organization', (SELECT json_build_object('name', o.name, 'city', o.city, 'website', o.website,
        'region', (SELECT json_build_object('name', r.name) FROM region r WHERE r.id = o.region_id),
        'grantsMade', json_build_object('totalCount', (SELECT count(*) FROM "grant" g WHERE g.funder_id = o.id),
          'nodes', (SELECT coalesce(json_agg(json_build_object('title', g.title, 'awardedOn', g.awarded_on, 'awarded', ${money('g.awarded', 'g.currency')},
            'programme', (SELECT json_build_object('title', p.title) FROM grant_programme p WHERE p.id = g.programme_id),
            'recipients', json_build_object('edges', (SELECT coalesce(json_agg(json_build_object('amount', CASE WHEN r.amount IS NULL THEN NULL ELSE json_build_object('amount', r.amount::text) END,
              'node', json_build_object('name', r.name, 'slug', r.slug))), '[]') FROM (SELECT x.amount, e.name, e.slug FROM grant_share x JOIN organization e ON e.id = x.organization_id
                WHERE x.grant_id = g.id ORDER BY e.sort_name, e.id LIMIT 3) r)))), '[]')
            FROM (SELECT * FROM "grant" g WHERE g.funder_id = o.id ORDER BY coalesce(g.awarded_on, '') DESC, g.id DESC LIMIT 20) g)),
        'grantProgrammes', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object('title', p.title, 'status', p.status)), '[]') FROM (
          SELECT p.title, p.status FROM grant_programme p WHERE p.funder_id = o.id OR p.manager_id = o.id ORDER BY search_fold(p.title), p.id LIMIT 10) p)))
      FROM organization o WHERE o.id = $1::uuid))::text AS data`,
    values: ({ id }) => [id],
  },
  initiative: {
    text: `SELECT json_build_object('initiative', (SELECT json_build_object('title', i.title, 'kind', i.kind, 'startedOn', i.started_on, 'endedOn', i.ended_on,
        'source', (SELECT json_build_object('title', s.title) FROM source s WHERE s.id = i.source_id),
        'participants', json_build_object('totalCount', (SELECT count(*) FROM initiative_participation p WHERE p.initiative_id = i.id),
          'edges', (SELECT coalesce(json_agg(json_build_object('role', p.role, 'since', p.since, 'node', json_build_object('name', p.name, 'slug', p.slug))), '[]') FROM (
            SELECT p.role, p.since, o.name, o.slug FROM initiative_participation p JOIN organization o ON o.id = p.organization_id
            WHERE p.initiative_id = i.id ORDER BY o.sort_name, p.id LIMIT 20) p)),
        'sectors', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object('title', s.title)), '[]') FROM (
          SELECT s.title FROM initiative_sector l JOIN sector s ON s.id = l.sector_id WHERE l.initiative_id = i.id ORDER BY s.scheme || ' ' || s.code, s.id LIMIT 10) s)),
        'regions', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object('name', r.name)), '[]') FROM (
          SELECT r.name FROM initiative_region l JOIN region r ON r.id = l.region_id WHERE l.initiative_id = i.id ORDER BY r.code, r.id LIMIT 10) r)),
        'grants', json_build_object('totalCount', (SELECT count(*) FROM "grant" g WHERE g.initiative_id = i.id),
          'nodes', (SELECT coalesce(json_agg(json_build_object('title', g.title, 'awarded', ${money('g.awarded', 'g.currency')}, 'funder', json_build_object('name', g.name))), '[]') FROM (
            SELECT g.title, g.awarded, g.currency, f.name FROM "grant" g JOIN organization f ON f.id = g.funder_id
            WHERE g.initiative_id = i.id ORDER BY coalesce(g.awarded_on, '') DESC, g.id DESC LIMIT 10) g)))
      FROM initiative i WHERE i.id = $1::uuid))::text AS data`,
    values: ({ id }) => [id],
  },
  search: {
    text: `SELECT json_build_object('search', json_build_object('edges', (SELECT coalesce(json_agg(json_build_object('score', t.score, 'node',
        CASE WHEN o.id IS NULL THEN json_build_object('id', t.id) ELSE json_build_object('id', t.id, 'name', o.name) END) ORDER BY t.rank, t.id), '[]')
      FROM (SELECT * FROM search_network($1) t ORDER BY t.rank, t.id LIMIT 10) t LEFT JOIN organization o ON o.id = t.id)))::text AS data`,
    values: ({ query }) => [query],
  },
  facets: {
    text: `SELECT json_build_object('totals', json_build_object('organizations', (SELECT json_agg(json_build_object('type', upper(type), 'count', n)) FROM (
        SELECT type, count(*)::int AS n FROM organization GROUP BY type ORDER BY type) o), 'ties', (SELECT json_agg(json_build_object('kind', kind, 'count', n) ORDER BY at) FROM (
        SELECT 0 AS at, 'MEMBERSHIP' AS kind, count(*)::int AS n FROM membership UNION ALL SELECT 1, 'PARTNERSHIP', count(*)::int FROM partnership
        UNION ALL SELECT 2, 'INITIATIVE_PARTICIPATION', count(*)::int FROM initiative_participation UNION ALL SELECT 3, 'SEAT', count(*)::int FROM seat
        UNION ALL SELECT 4, 'COOPERATION_OFFER', count(*)::int FROM cooperation_offer) t)),
        'inCountry', json_build_object('totalCount', (SELECT count(*)::int FROM organization WHERE country = ANY($1::text[]))))::text AS data`,
    values: ({ country }) => [[country]],
  },
};

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const { shape, variables } = JSON.parse(Buffer.concat(chunks).toString());
      const { text, values } = STATEMENTS[shape];
      const { rows } = await pool.query({ name: shape, text, values: values(variables) });
      const body = `{"data":${rows[0].data}}`;
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    } catch (error) {
      response.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] }));
    }
  });
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
