import { z } from 'zod'

/** Every kind of numbered document, and the letters that begin its numbers: `RD-2026-318`. */
export const documentKinds = {
  /** « Récépissé de dépôt »: date and pieces produced, even of an incomplete or refused request. */
  recepisse: 'RD',
  /** « Attestation de passage ». */
  attestation: 'AP',
  /** « Accusé de réception » (CRPA R112-5), on paper or electronic (R112-11-1, R112-11-2). */
  accuse: 'AR',
  /** « Demande de pièces » (CRPA L114-5). */
  pieces: 'DP',
  /** « Demande de l’original » of a copy that is doubted (CRPA R113-6). */
  original: 'DC',
  /** « Transmission » to the competent office (CRPA L114-2, L114-3). */
  transmission: 'TR',
  /** « Décision de refus », reasoned (CRPA L211-2, L211-5). */
  refus: 'RF',
  /** « Attestation d’acceptation implicite » (CRPA L232-3). */
  acceptation: 'AI',
  /** « Communication des motifs » of an implicit rejection (CRPA L232-4). */
  motifs: 'CM',
  /** « Certificat de non-réception », at closing or where nothing could be received. */
  nonReception: 'NR',
  /** « Reçu » of the till. */
  recu: 'RE',
  /** « Quittance » of the till. */
  quittance: 'QT',
  /** « Bordereau de versement » to the accountant. */
  bordereau: 'BV',
  /** « Trace des règles appliquées » (CRPA L311-3-1, R311-3-1-2). */
  trace: 'TA',
  /** « Invitation à régulariser » (CRPA L123-1). */
  regularisation: 'IR',
  /** « Récépissé d’urbanisme » (C. urb. R423-3 and following). */
  urbanisme: 'RU',
  /** Papers of a residence permit's request (CESEDA R431-12, R431-15-1), never taken for one another. */
  sejour: 'RS',
  /** « Restitution d’originaux » (CRPA R113-5). */
  originaux: 'RO',
  /** « Rapport d’incident »: what failed, when, and what it prevented. */
  incident: 'RI',
  /** « Mon passage »: a person's own trace of their visit. */
  passage: 'MP',
  /** « Annulation » of a document. */
  annulation: 'AN',
  /** « Attestation de recensement » (C. service national L113-2): it has no duplicate. */
  recensement: 'AC',
} as const

export type DocumentKind = keyof typeof documentKinds
export const DocumentKind = z.enum(Object.keys(documentKinds) as [DocumentKind, ...DocumentKind[]])

/** How a paper or a title reaches the person (CRPA L221-8). */
export const HandedMeans = z.enum(['counter', 'post', 'registeredPost', 'email'])

/** Signed on the paper register, or noted on the screen by who handed it over. */
export const HandedProof = z.enum(['register', 'noted'])
export type HandedProof = z.infer<typeof HandedProof>
