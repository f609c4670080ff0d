import { damagedLetter, plain, samePlain } from './plain.ts'

/** What an appointment's column, labelled line or property can say. */
export type Field =
  | 'date'
  | 'hour'
  | 'end'
  | 'minutes'
  | 'service'
  | 'procedure'
  | 'name'
  | 'firstName'
  | 'code'
  | 'uid'
  | 'files'
  | 'preApplications'
  | 'status'

/**
 * How French and English exports call each, without case, accents or punctuation; those of RDV Service Public
 * (betagouv/rdv-service-public, rdv_exporter.rb) and of Outlook among them.
 */
const labels: Readonly<Record<Field, readonly string[]>> = {
  date: [
    'date',
    'jour',
    'date du rdv',
    'date rdv',
    'date du rendez vous',
    'date de rendez vous',
    'date rendez vous',
    'date de debut',
    'date debut',
    'debut le',
    'debut',
    'date heure',
    'date et heure',
    'date et heure du rdv',
    'date et heure du rendez vous',
    'day',
    'start date',
    'starts at',
    'start',
    'datetime',
  ],
  hour: [
    'heure',
    'heure du rdv',
    'heure rdv',
    'heure du rendez vous',
    'heure de rendez vous',
    'heure de debut',
    'heure debut',
    'horaire',
    'creneau',
    'hour',
    'time',
    'start time',
  ],
  end: ['fin', 'heure de fin', 'heure fin', 'date de fin', 'end', 'end time', 'ends at'],
  minutes: [
    'duree',
    'duree min',
    'duree mn',
    'duree minutes',
    'duree en minutes',
    'duree prevue',
    'minutes',
    'duration',
    'duration minutes',
  ],
  service: ['service', 'nom du service', 'file', 'file d attente', 'queue', 'service id'],
  procedure: [
    'demarche',
    'motif',
    'motif du rdv',
    'motif du rendez vous',
    'objet',
    'prestation',
    'type de rdv',
    'type de rendez vous',
    'type de demarche',
    'procedure',
    'reason',
    'sujet',
    'subject',
  ],
  name: [
    'nom',
    'nom et prenom',
    'nom prenom',
    'prenom et nom',
    'prenom nom',
    'nom de famille',
    'nom de naissance',
    'nom d usage',
    'usager',
    'usagers',
    'usager s',
    'administre',
    'allocataire',
    'demandeur',
    'personne',
    'name',
    'full name',
    'last name',
    'family name',
    'surname',
  ],
  firstName: ['prenom', 'prenoms', 'first name', 'given name'],
  code: [
    'code',
    'code du rdv',
    'code rdv',
    'code du rendez vous',
    'code de rendez vous',
    'reference',
    'ref',
    'reference du rdv',
    'reference du rendez vous',
    'numero de rdv',
    'numero du rdv',
    'numero de rendez vous',
    'numero du rendez vous',
    'n rdv',
    'n de rdv',
    'n de rendez vous',
  ],
  uid: ['uid', 'identifiant', 'id'],
  files: [
    'dossiers',
    'nombre de dossiers',
    'nb dossiers',
    'nb de dossiers',
    'personnes',
    'nombre de personnes',
    'nb personnes',
    'nb de personnes',
    'nombre de demandes',
    'nb demandes',
    'demandes',
    'files',
    'persons',
    'people',
  ],
  preApplications: [
    'pre demande',
    'pre demandes',
    'predemande',
    'predemandes',
    'numero de pre demande',
    'numeros de pre demande',
    'numero pre demande',
    'numero de predemande',
    'numeros de predemande',
    'n de pre demande',
    'n pre demande',
    'n predemande',
    'pre demande ants',
    'numero de pre demande ants',
    'numero ants',
    'pre application',
    'pre applications',
    'preapplications',
    'pre application number',
  ],
  status: ['statut', 'etat', 'etat du rdv', 'statut du rdv', 'status', 'state'],
}

const byLabel = new Map(
  Object.entries(labels).flatMap(([field, words]) => words.map((word) => [word, field as Field] as const)),
)

/** The field that a label names; null when it names none that counts. */
export function fieldNamed(label: string): Field | null {
  const word = plain(label)
  const field = byLabel.get(word)
  if (field !== undefined || !word.includes(damagedLetter)) return field ?? null
  // « d�marche »: one field alone must fit, else it is not known which was meant.
  const fit = new Set([...byLabel].flatMap(([known, of]) => (samePlain(word, known) ? [of] : [])))
  return fit.size === 1 ? ([...fit][0] ?? null) : null
}
