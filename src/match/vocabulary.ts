/** Legal forms, as they are written before or after a name. They say nothing about which organization it is. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  `ab ad ag as asbl bv co corp dd doo dooel eood ev gmbh inc jkp jp jvp kd kft llc lbg limited ltd lp mbh nv od ood oy
   plc pr pty rl sa sarl sas sc scarl shpk sl spa sprl sr srl sro sp str szr sztr ug zoo zrt zz`.split(
    /\s+/,
  ),
);

/** Legal forms in full. They are removed before a name is split into words. */
export const LEGAL_PHRASES =
  /\b(?:akcionarsko drustvo|drustvo s(?:a)? ogranicenom odgovornoscu|privredno drustvo|joint stock company|limited liability company|javno preduzece|public (?:utility )?(?:company|enterprise)|poslovno udruzenje|gra?dj?anska? udruzenje|udruzenje gra?dj?ana|(?:citizens?|citizens) association|association of citizens)\b/g;

/** Words that say nothing beside another one: a chamber is one of commerce, and a municipality acts by its bodies. */
export const SILENT_BESIDE: Readonly<Record<string, readonly string[]>> = {
  chamber: ['commerce', 'economy', 'industry'],
  municipality: ['administration', 'assembly', 'city'],
  city: ['administration', 'assembly'],
};

/** Words between others. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  `a an and at by co da de der des die du e el et for from fur i in la le na od of on sa te the to u und with y za`.split(
    /\s+/,
  ),
);

/** What an organization is, which some add and others leave out: it counts less than other words. */
export const WEAK_WORDS: ReadonlySet<string> = new Set(
  'association company enterprise foundation fund group institution ngo society union'.split(' '),
);

/** Words of names of organizations in Serbian, by their beginning, and the English ones that mean the same. */
const SERBIAN = `
  agencij agency · akademij academy · akcij action · asocijacij association · balkansk balkan · banka bank · beograd belgrade · bezbednost safety · bibliotek library · biznis business · bolest diseases · bolnic hospital
  briselsk brussels · centar centre · centr centre · center centre · crkv church · crven red
  decij children · decj children · dec children · demokratsk democratic · dete child · detet child · dom home
  drustv society · drustven social · drzav state · dusevn mental · ekolosk ecological · ekonomik economics
  ekonomsk economic · elektronsk electronic · elektrotehnick electrical · energetik energy · etnick ethnic
  evrop europe · evropsk european · fabrik factory · fakultet faculty · fond fund · fondacij foundation · forum forum
  gimnazij gymnasium · grad city · gradan citizens · gradjan citizens · gradansk civic · gradjansk civic
  gradevin construction · gradjevin construction · gradsk city · grup group · hemij chemistry
  humanitarn humanitarian · ikt ict · industrij industry · inicijativ initiative · inkubator incubator · inovacion innovation
  institut institute · invalid disabilities · istorij history · istrazivac research · istrazivanj research
  izbeglic refugees · izdavac publishing · jevrejsk jewish · javn public · jug south · juzn south · kancelarij office
  klaster cluster · klastr cluster · klinick clinical · klub club · komesarijat commissariat · komitet committee
  komor chamber · komunaln utility · konferencij conference · konsalting consulting · kuc house · kultur culture
  kulturn cultural · lekar doctors · likov art · lokaln local · ljudi people · ljudim people · ljudsk human
  masinsk mechanical · medij media · medunarodn international · medjunarodn international · menadzment management
  mesn local · metalsk metal · ministarstv ministry · mirovn peace · mlad youth · mrez network · muzej museum
  muzick music · namestaj furniture · narodn national · nauc scientific · nauk sciences
  nezavisn independent · nevladin nongovernmental · novin journalism · novinar journalists · obnov renewal
  obrazov education · odbor committee · odbran defence · odrziv sustainable · omladin youth · opst general
  opstin municipality · opstinsk municipality · organizacij organization · osiguranj insurance · osnovn primary
  otpad waste · park park · podrsk support · pokret movement · pokrajin province · pokrajinsk provincial
  policij police · politik policy · poljoprivred agriculture · pomoc aid · porodic family · poslovn business · potrosac consumers · povratak return · pozoris theatre · prava rights · pravn legal
  pravnik lawyers · pravo law · pravosud judiciary · preduzec company · preduzetnic entrepreneurs
  preduzetnis entrepreneurship · prehramben food · prevodil translators · primenjen applied · prirod nature
  prirodn natural · privred commerce · proizvod production · proizvodac producers · proizvodjac producers · prostorn spatial
  prosvet education · racunarsk computer · rad work · radio radio · radionic workshop · radiodifuz broadcasting
  ratarstv crops · razvoj development · regij region · regional regional · republi republic · rudarsk mining · sajam fair
  samouprav selfgovernment · saobrac transport · saradnj cooperation · savet council · savez association
  sekretarijat secretariat · selo village · sever north · severn north · sindikat union · skol school
  skupstin assembly · sluzb service · socijaln social · specijaln special · sportsk sports · srednj secondary
  srbij serbia · srbsk serbian · srpsk serbian · staln standing · stambe housing · stanovanj housing
  statist statistics · strucn professional · strukovn vocational · student student · studentsk student · studij studies
  sud court · sumar forestry · sumarsk forestry · svetsk world · teatar theatre · tekstiln textile · tehnick technical
  tehnolosk technology · trgov trade · tuzil prosecutors · turist tourism · turiz tourism · udruzenj association
  umetn arts · unapred improvement · unij union · univerzitet university · uprav administration · uslug services
  ustanov institution · vece council · veterinar veterinary · visok higher · vlad government · vodoprivred water
  vod water · vojn military · vojvodin vojvodina
  vojvodjansk vojvodina · volonter volunteers · zadrug cooperative · zaduzbin endowment
  zajednic community · zapad west · zapadn west · zaposljav employment · zastit protection · zavod institute
  zdrav health · zdravstv health · zeleznic railway · zen women · zensk women · zivotinj animals · zivotn environmental`;

const ENGLISH_OF: ReadonlyMap<string, string> = new Map(
  SERBIAN.split(/\s*[·\n]\s*/)
    .filter((entry) => entry !== '')
    .map((entry) => entry.split(' ') as [string, string]),
);
const LONGEST = Math.max(...[...ENGLISH_OF.keys()].map(({ length }) => length));

/** A Serbian word in English; any other word stays. The longest beginning decides. */
export function inEnglish(word: string): string {
  for (let length = Math.min(word.length, LONGEST); length >= 3; length -= 1) {
    const english = ENGLISH_OF.get(word.slice(0, length));
    if (english !== undefined && word.length - length <= longestEnding(length)) return english;
  }
  return word;
}

/** A short beginning is that of other words too: `grad-u`, but not `grad-ina`; `zen-e`, but not `zen-it`. */
const longestEnding = (beginning: number) => (beginning >= 5 ? Infinity : beginning - 2);
