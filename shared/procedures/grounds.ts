import type { Ground, GroundId, Proof } from '../contract/queue/rules.ts'
import { groundIds } from '../contract/queue/rules.ts'

// Grounds of priority as data. The texts of the law were read in copies (see the confidence of each): where the
// official base was not read, `toConfirm` shows « à confirmer ».

const proofTitles: Readonly<Record<Proof, { fr: string; en: string }>> = {
  card: { fr: 'Carte vue', en: 'Card seen' },
  card2dDoc: { fr: 'Code de la carte lu', en: 'Card’s code read' },
  helperCard: { fr: 'Carte de l’accompagnant vue', en: 'Helper’s card seen' },
  deadline: { fr: 'Date limite vue sur la pièce', en: 'Deadline seen on the document' },
  seen: { fr: 'Situation visible', en: 'Visible situation' },
  toShow: { fr: 'À montrer au guichet', en: 'To be shown at the counter' },
}

type Entry = Omit<Ground, 'groundId' | 'proofs'> & { readonly proofs: readonly Proof[] }

const entries: Readonly<Record<GroundId, Entry>> = {
  cmiInvalidite: {
    title: {
      fr: 'Carte mobilité inclusion, mention « invalidité », ou ancienne carte d’invalidité jusqu’au 31 décembre 2026',
      en: 'Mobility inclusion card, disability, or the former disability card until 31 December 2026',
    },
    priority: 'law',
    proofs: ['card', 'card2dDoc'],
    // The former card: décret 2016-1849, fiche F2446 du 22 janvier 2025.
    source: 'CASF, art. L241-3',
    toConfirm: true,
    companion: true,
  },
  cmiPriorite: {
    title: {
      fr: 'Carte mobilité inclusion, mention « priorité », ou ancienne carte de priorité jusqu’au 31 décembre 2026',
      en: 'Mobility inclusion card, priority, or the former priority card until 31 December 2026',
    },
    priority: 'law',
    proofs: ['card', 'card2dDoc'],
    // The former card: fiche F34049 du 7 mars 2019.
    source: 'CASF, art. L241-3',
    toConfirm: true,
    companion: false,
  },
  familyCard: {
    title: { fr: 'Carte nationale de priorité de la famille', en: 'National family priority card' },
    priority: 'law',
    proofs: ['card'],
    source: 'CASF, art. R215-3 à R215-6',
    toConfirm: true,
    companion: true,
  },
  warInvalid: {
    title: { fr: 'Carte d’invalidité des pensionnés de guerre', en: 'War disability card' },
    priority: 'law',
    proofs: ['card', 'helperCard'],
    source: 'CPMIVG, art. L251-3 et L251-4',
    toConfirm: false,
    companion: true,
  },
  deadlineToday: {
    title: {
      fr: 'Délai légal qui expire aujourd’hui (naissance, liste électorale) : reçu ce jour, sans passer devant',
      en: 'Legal deadline that expires today (birth, electoral roll): received today, in turn',
    },
    priority: 'deadline',
    proofs: ['deadline'],
    source: 'C. civ., art. 55 ; C. élect., art. L17',
    toConfirm: true,
    companion: false,
  },
  visiblePregnancy: {
    title: { fr: 'Grossesse visible', en: 'Visible pregnancy' },
    priority: 'local',
    proofs: ['seen'],
    source: 'règle locale',
    toConfirm: false,
    companion: false,
  },
  faintness: {
    title: { fr: 'Malaise', en: 'Feeling faint' },
    priority: 'local',
    proofs: ['seen'],
    source: 'règle locale',
    toConfirm: false,
    companion: false,
  },
}

/** A ground whole, with the proofs that an agent may see for it. */
export const groundOf = (groundId: GroundId): Ground => {
  const { proofs, ...entry } = entries[groundId]
  return { groundId, ...entry, proofs: proofs.map((proof) => ({ proof, title: proofTitles[proof] })) }
}

/**
 * What a claim changes of the order of calls, which everyone may know. A deadline that expires changes nothing of it, as
 * no text gives it a priority: it is a right to be received today, even by a service that is closed.
 */
export function priorityOf(groundId: GroundId): 'law' | 'local' | null {
  const { priority } = entries[groundId]
  return priority === 'deadline' ? null : priority
}

/** The grounds of an office: the law's, and those of the closed list that it publishes. */
export const groundsOf = (localGrounds: readonly GroundId[]): readonly Ground[] =>
  groundIds
    .map(groundOf)
    .filter(({ groundId, priority }) => priority !== 'local' || localGrounds.includes(groundId))
