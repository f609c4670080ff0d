// Who issues a document and of what nationality one is, in three letters: ISO 3166-1 alpha-3, and the codes that ICAO
// Doc 9303-3 §5 adds.

const iso3166 =
  'ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM ' +
  'BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR ' +
  'CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB ' +
  'GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA ' +
  'JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA ' +
  'MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR ' +
  'NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS ' +
  'SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON ' +
  'TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE'

/** The European Union, the six kinds of British nationals, the United Nations, organisations, Kosovo. */
const added = 'EUE GBD GBN GBO GBP GBS UNA UNK UNO RKS XXK ' + 'XBA XCC XCE XCO XDC XEC XES XIM XMP XOM XPO'

/** Nationalities alone: stateless, refugee of the convention of 1951, refugee otherwise, unspecified. */
const persons = [...'ABCX'].map((last) => `XX${last}`)

/** ICAO's own example, Utopia: its specimens bear it, so that a reader can be tried. */
const utopia = 'UTO'

const codes = new Set([...`${iso3166} ${added}`.split(' '), ...persons, utopia])

/**
 * The code of a State, an organisation or a nationality; Germany, `D<<` in a zone, is given as `DEU`.
 * @param text the three characters of the zone
 * @returns null when no State has this code
 */
export function readState(text: string): string | null {
  if (text === 'D<<') return 'DEU'
  return codes.has(text) ? text : null
}

/** Three letters, or the first of them, that such a code may begin with. */
export const beginsState = (text: string): boolean =>
  'D<<'.startsWith(text) || [...codes].some((code) => code.startsWith(text))
