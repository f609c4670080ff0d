/** What a kind of document can stand for at a counter. */
export type Proves = 'domicile' | 'resources' | 'identity' | 'priority'

/** A kind of document (ANTS, 2D-Doc v3.2.6, §6 and §8). */
export type TwoDDocKind = {
  readonly name: string
  readonly category: string
  /** The header must bear the document's date (§6, column « Date d’émission »). */
  readonly dated: boolean
  /** Data that must be there (§8): separated by spaces; `a+b|c` is both of a and b, or else c. */
  readonly required: string
  /** Data that say until when the document holds: past the first of these days, it is over. */
  readonly ends?: readonly string[]
  readonly proves?: Proves
}

const person = '10|11+12+13'
const domicile = { category: 'Justificatif de domicile', dated: true, proves: 'domicile' } as const
const bank = 'Document bancaire'
const resources = { category: 'Justificatif de ressources', proves: 'resources' } as const
const identity = { category: 'Justificatif d’identité', dated: true } as const
const vehicle = { category: 'Justificatif de véhicule', dated: true } as const
const driving = { category: 'Justificatif du permis de conduire', dated: true } as const
const activity = 'Justificatif d’activité'
const customs = { category: 'Autorisation douanière', dated: true } as const
const owner = '60+62|5L+5M'

/** The kinds of the C40 perimeter « 01 » by their two characters. */
export const twoDDocKinds: Readonly<Record<string, TwoDDocKind>> = {
  '00': {
    ...domicile,
    name: 'Document émis pour servir de justificatif de domicile',
    required: `${person} 20 21 22 23 24 25 26`,
  },
  '01': {
    ...domicile,
    name: 'Facture d’énergie, de téléphone, d’accès à internet ou d’eau',
    required: `${person} 22 24 26`,
  },
  '02': { ...domicile, name: 'Avis de taxe d’habitation', required: `${person} 22 24 25 26` },
  '03': {
    category: bank,
    dated: false,
    name: 'Relevé d’identité bancaire',
    required: '30 31 32',
    ends: ['08'],
  },
  '05': {
    category: bank,
    dated: false,
    name: 'Relevé d’identité SEPAmail',
    required: '08 30 35',
    ends: ['08'],
  },
  '11': { category: bank, dated: true, name: 'Relevé de compte', required: '30 31 32 36 37 38' },
  '09': {
    category: 'Justificatif fiscal',
    dated: true,
    name: 'Facture étendue',
    required: `${person} 22 24 26`,
  },
  '04': { ...resources, dated: false, name: 'Avis d’impôt sur les revenus', required: '43 44 45 46 47 4A' },
  '18': {
    ...resources,
    dated: false,
    name: 'Avis de situation déclarative à l’impôt sur les revenus',
    required: '43 44 45 46 4B',
  },
  // The tax administration's present notice, absent from version 3.2.6: no list of its data was published with it.
  '28': {
    ...resources,
    dated: false,
    name: 'Avis d’impôt sur les revenus (depuis 2023)',
    required: '43 44 45 46',
  },
  '06': { ...resources, dated: true, name: 'Bulletin de salaire', required: `${person} 50 53 54 55 58 59` },
  '10': {
    category: 'Justificatif d’emploi',
    dated: true,
    name: 'Contrat de travail',
    required: '50 57 5A 61 62',
  },
  '15': {
    category: 'Justificatif d’emploi',
    dated: true,
    name: 'Attestation de décision favorable d’une demande d’autorisation de travail',
    required: '50+5M|5O+5P 55 5N 5Q 5R 5S 5T 61 62 67 69 6A 6L',
  },
  // §8.5 also lists the place of birth (6A), which the reference code of §16.2 itself does not hold.
  '07': {
    ...identity,
    name: 'Titre d’identité',
    required: '60 62 65 66 67 68 6C',
    ends: ['08', '6O'],
    proves: 'identity',
  },
  '08': {
    ...identity,
    name: 'Zone de lecture automatique (MRZ)',
    required: '6F',
    ends: ['08'],
    proves: 'identity',
  },
  '13': {
    ...identity,
    name: 'Document étranger',
    required: '60 62 63 67 68 69 6A 6C 6J 6K 6L 6P 6Q 6U 6W 6X',
    ends: ['08', '6O'],
  },
  A0: { ...vehicle, name: 'Certificat de qualité de l’air', required: 'A0 A1 A2 A3 A4 A5 A6 A7 A9' },
  A7: { ...vehicle, name: 'Certificat de qualité de l’air (V2)', required: 'A0 A1 A2 A4 A5 A6 A9 AM' },
  '14': {
    ...vehicle,
    name: 'Attestation DICEM',
    required: `${owner} A2 AO AP AQ AS AT AW AY AZ`,
  },
  A8: {
    ...vehicle,
    category: 'Certificat d’immatriculation',
    name: 'Certificat de cession électronique',
    required: 'A1 A4 AA AN C1 C2 C3 C4 C6 C7 C8 C9 CA CB CC',
  },
  A1: { ...driving, name: 'Courrier du permis à points', required: 'AB AC 60 69 6G 6H' },
  AA: { ...driving, name: 'Arrêté relatif au permis de conduire', required: '60 69 6A 6G 6H AC E0 E1' },
  AB: {
    ...driving,
    name: 'Relevé d’information du permis de conduire',
    required: '09 60 69 6A 6G 6H AC E4 E5 E8',
  },
  B0: {
    category: 'Justificatif académique',
    dated: true,
    name: 'Diplôme',
    required: 'B0|B1 B2 B6 B7 B9 BD BG BH BI BJ',
  },
  B1: {
    category: 'Justificatif académique',
    dated: true,
    name: 'Attestation de versement de la contribution à la vie étudiante',
    required: 'B0 B2 B7 BB BK',
  },
  A4: {
    category: 'Justificatif médical',
    dated: true,
    name: 'Certificat de décès',
    required: '70|71 72 73 77 78 7C 7D 7E 7G 7K 7M',
  },
  A2: {
    category: 'Justificatif de santé',
    dated: true,
    name: 'Carte mobilité inclusion',
    required: 'AH AI',
    ends: ['08', 'AI'],
    proves: 'priority',
  },
  A3: { category: activity, dated: false, name: 'Macaron VTC', required: 'A1 AJ AK', ends: ['08'] },
  A5: {
    category: activity,
    dated: false,
    name: 'Carte T3P (transport public particulier de personnes)',
    required: 'AI AL',
    ends: ['08', 'AI'],
  },
  A6: {
    category: activity,
    dated: false,
    name: 'Carte professionnelle de sapeur-pompier',
    required: '80 81 82 83',
    ends: ['08'],
  },
  A9: { category: activity, dated: true, name: 'Permis de chasser', required: '69 80 81 85', ends: ['08'] },
  AC: {
    category: activity,
    dated: true,
    name: 'Licence de conducteur de train',
    required: '80 81 82 86',
    ends: ['08', 'AI'],
  },
  '12': {
    category: 'Justificatif juridique ou judiciaire',
    dated: true,
    name: 'Acte d’huissier',
    required: '90 92 94 96',
  },
  C1: {
    ...customs,
    name: 'Renseignement tarifaire contraignant',
    required: 'D0 D1 D2 D3 D4 D5 D8',
    ends: ['08', 'D4'],
  },
  C2: {
    ...customs,
    name: 'Accord préalable pour le transfert d’armes',
    required: 'D6 D7 D8 DB+DC+DD|DE DQ+DR+DS|DT+DU+DV DY',
  },
  C3: {
    ...customs,
    name: 'Permis de transfert d’armes à feu et de munitions',
    required: 'D6 D7 D8 DB+DC+DD|DE+DF+DG DQ+DR+DS|DT DY',
  },
  C4: {
    ...customs,
    name: 'Autorisation d’importation de matériels de guerre',
    required: 'D6 D7 D8 DB+DC+DD|DE DQ+DR+DS|DT+DU+DV+DW DY',
  },
  C5: {
    ...customs,
    name: 'Licence d’exportation d’armes à feu',
    required: 'D7 D9 DA DJ+DK+DL|DM+DN+DO+DP DQ+DR+DS|DT DY',
    ends: ['08', 'D9'],
  },
  C6: {
    ...customs,
    name: 'Agrément de transfert d’armes à feu et de munitions',
    required: 'D6 D7 D8 DE DF DG DT DY',
  },
  C7: { ...customs, name: 'Bon de livraison', required: 'DE DM DY DZ H1 H3 H4 H5 H7 H8 H9 HA HB HC' },
  C8: {
    ...customs,
    name: 'Bon de livraison (V2)',
    required: 'DE DY DZ H1 H3 H4 H5 H7 H8 H9 HA HB HC HD HE HF HG HH',
  },
  B2: {
    category: 'Résultat de test virologique',
    dated: true,
    name: 'Test de dépistage de la Covid-19',
    required: 'F0 F1 F2 F3 F4 F5 F6',
  },
  L1: {
    category: 'Attestation vaccinale',
    dated: true,
    name: 'Attestation vaccinale',
    required: 'L0 L1 L2 L3 L4 L5 L6 L7 L8 L9 LA',
  },
  '16': {
    category: 'Justificatif d’asile',
    dated: false,
    name: 'Attestation de demande d’asile',
    required: '60 62 67 69 6O 6Q G0 G1 G2',
    ends: ['08', '6O'],
  },
  '17': {
    category: 'Justificatif d’asile',
    dated: true,
    name: 'Attestation de fin de droit à l’allocation pour demandeur d’asile',
    required: '60 69 6G 6H 6Q G3 G4 G5',
  },
}

/**
 * The data that a document signed on that day had to hold. The tax notice was described anew on 23 June 2022
 * (version 3.2.3): before, it might also name the taxpayer as a bill does, as the reference codes show.
 */
export const requiredOf = (kind: TwoDDocKind, code: string, signedOn: string): string =>
  code === '04' && signedOn < '2022-06-23' ? `${person}|43+44+45+46+4A` : kind.required

/** The first of the required data that is not there, in words of identifiers; `undefined` when nothing misses. */
export function missingField(required: string, present: ReadonlySet<string>): string | undefined {
  return required
    .split(' ')
    .find((one) => !one.split('|').some((way) => way.split('+').every((id) => present.has(id))))
}
