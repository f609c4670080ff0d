import type { SourceRef } from '../contract/law/assessment.ts'

const text = (
  title: string,
  id: string | null,
  summary: string,
  { toConfirm = true, extract = null as string | null } = {},
): SourceRef => ({ title, id, extract, summary, toConfirm })

/**
 * The texts on titles of identity and on who acts for whom. What was not read in the official base, or on Légifrance,
 * is to confirm: the summary is then ours, from memory or from a commentary.
 */
export const texts = {
  electoralTitles: text(
    'Arrêté du 16 novembre 2018, art. 1er',
    'JORFTEXT000037627369',
    'Liste fermée de titres, en cours de validité\u00a0; la carte nationale d’identité et le passeport peuvent être périmés depuis moins de cinq ans.',
    { toConfirm: false },
  ),
  electoralForeign: text(
    'Arrêté du 16 novembre 2018, art. 2',
    'JORFTEXT000037627369',
    'Titres des citoyens de l’Union européenne\u00a0: article à relire.',
  ),
  secureTitle: text(
    'Décret 55-1397, art. 4 et 4-1',
    'JORFTEXT000000848756',
    'La carte ou le passeport, valide ou périmé depuis moins de cinq ans, dispense de prouver l’état civil et la nationalité.',
  ),
  extension: text(
    'Décret 2013-1188 du 18 décembre 2013',
    null,
    'Les cartes délivrées à des majeurs de 2004 à 2013 valent cinq ans de plus que la date qu’elles portent.',
  ),
  parents: text(
    'Code civil, art. 371-1 et 372-2',
    null,
    'Les parents exercent ensemble l’autorité parentale\u00a0; chacun est réputé agir avec l’accord de l’autre pour un acte usuel.',
  ),
  minor: text(
    'Code civil, art. 388-1-1 et 408',
    null,
    'L’administrateur légal, ou le tuteur, représente le mineur dans les actes de la vie civile.',
  ),
  measure: text(
    'Code civil, art. 425 et 440',
    null,
    'Une mesure de protection est prononcée par le juge, pour une durée.',
  ),
  tutelle: text(
    'Code civil, art. 473 et 474',
    null,
    'Le tuteur représente la personne dans les actes de la vie civile.',
  ),
  personalActs: text(
    'Code civil, art. 458',
    null,
    'Certains actes sont strictement personnels\u00a0: ni assistance, ni représentation.',
  ),
  curatelle: text(
    'Code civil, art. 467 à 469',
    null,
    'Le curateur assiste la personne\u00a0; il ne peut pas agir à sa place.',
  ),
  habilitation: text(
    'Code civil, art. 494-1',
    null,
    'Le juge habilite un proche à représenter ou à assister la personne, pour tout ou pour certains actes.',
  ),
  mandate: text(
    'Code civil, art. 1984',
    null,
    'Le mandat donne pouvoir de faire quelque chose pour une autre personne et en son nom.',
  ),
  mandatary: text(
    'CRPA, art. L122-1',
    'LEGIARTI000031367431',
    'Avant une décision défavorable, la personne peut être assistée d’un conseil ou représentée par un mandataire.',
    {
      toConfirm: false,
      extract:
        'Cette personne peut se faire assister par un conseil ou représenter par un mandataire de son choix.',
    },
  ),
  french: text(
    'CRPA, art. L111-1',
    null,
    'Les échanges se font en français\u00a0; une aide à la traduction est possible.',
    {
      toConfirm: false,
    },
  ),
} as const
