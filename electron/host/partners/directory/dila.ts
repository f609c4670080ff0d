import { z } from 'zod'
import type { DirectoryOffice } from '../../../../shared/contract/partners/directory.ts'
import { LocalDate } from '../../../../shared/contract/ids.ts'
import { directoryWords } from '../../../../shared/messages/partners/directory.fr.ts'

// « Base de données locales de Service-Public », DILA (Licence Ouverte 2.0): `{"service": [{…}]}`. Lists are sometimes
// written as JSON in a text, and fields that a service does not have are absent, null or empty.

const text = z
  .string()
  .nullish()
  .transform((said) => said?.trim() ?? '')

/** A list; one that is written as JSON in a text is read too, and nothing, where there is none. */
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((said) => {
    if (said === null || said === undefined || said === '') return []
    if (typeof said !== 'string') return said
    try {
      return JSON.parse(said) as unknown
    } catch {
      return [said]
    }
  }, z.array(item))

const Span = z.object({
  nom_jour_debut: text,
  nom_jour_fin: text,
  valeur_heure_debut_1: text,
  valeur_heure_fin_1: text,
  valeur_heure_debut_2: text,
  valeur_heure_fin_2: text,
  commentaire: text,
})
const Address = z.object({
  type_adresse: text,
  complement1: text,
  complement2: text,
  numero_voie: text,
  service_distribution: text,
  code_postal: text,
  nom_commune: text,
})
const Service = z.object({
  id: z.string().trim().min(1).max(100),
  nom: z.string().trim().min(1).max(300),
  code_insee_commune: text,
  pivot: list(z.object({ type_service_local: text, code_insee_commune: list(z.string()) })),
  adresse: list(Address),
  plage_ouverture: list(Span),
  commentaire_plage_ouverture: text,
  telephone: list(z.object({ valeur: text, description: text })),
  adresse_courriel: list(z.string()),
  url_service_public: text,
  date_modification: text,
  /** « true » for what is published; absent from extracts. */
  statut_de_diffusion: text,
})

/** Why a service of the file is left. */
export type Left = 'unreadable' | 'unpublished'

const longestLine = 200

/**
 * One service of the file, as a person is told of it.
 * @returns why it is left, where it is not one that can be told
 */
export function officeOf(said: unknown): DirectoryOffice | Left {
  const parsed = Service.safeParse(said)
  if (!parsed.success) return 'unreadable'
  const service = parsed.data
  if (service.statut_de_diffusion === 'false') return 'unpublished'
  const [pivot] = service.pivot
  const communes = [
    service.code_insee_commune,
    ...service.pivot.flatMap(({ code_insee_commune }) => code_insee_commune),
  ].filter((code) => /^[0-9AB]{5}$/.test(code))
  return {
    id: service.id,
    name: service.nom.slice(0, longestLine),
    kind: pivot?.type_service_local || null,
    communes: [...new Set(communes)],
    address: addressOf(service.adresse),
    hours: hoursOf(service.plage_ouverture, service.commentaire_plage_ouverture),
    telephone: service.telephone.find(({ valeur }) => valeur !== '')?.valeur ?? null,
    email: service.adresse_courriel.find((one) => /^\S+@\S+$/.test(one)) ?? null,
    url: /^https?:\/\//.test(service.url_service_public) ? service.url_service_public : null,
    modifiedOn: dayOf(service.date_modification),
  }
}

/** The address where one goes, else where one writes, in one line. */
function addressOf(addresses: readonly z.infer<typeof Address>[]): string | null {
  const found = addresses.find(({ type_adresse }) => type_adresse === 'Adresse') ?? addresses[0]
  if (!found) return null
  const { complement1, complement2, numero_voie, service_distribution, code_postal, nom_commune } = found
  const place = [code_postal, nom_commune].filter((part) => part !== '').join(' ')
  const line = [complement1, complement2, numero_voie, service_distribution, place]
    .filter((part) => part !== '')
    .join(', ')
  return line === '' ? null : line.slice(0, longestLine)
}

function hoursOf(spans: readonly z.infer<typeof Span>[], comment: string): string[] {
  const lines = spans.map((span) =>
    directoryWords.hours({
      from: span.nom_jour_debut,
      to: span.nom_jour_fin,
      spans: [
        [span.valeur_heure_debut_1, span.valeur_heure_fin_1],
        [span.valeur_heure_debut_2, span.valeur_heure_fin_2],
      ].flatMap(([begins, ends]) => (begins && ends ? [[begins, ends] as const] : [])),
      comment: span.commentaire,
    }),
  )
  return [...lines, comment].filter((line) => line !== '')
}

/** « 09/08/2023 13:30:19 ». */
function dayOf(said: string): LocalDate | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(said) ?? []
  return LocalDate.safeParse(`${year}-${month}-${day}`).data ?? null
}
