import type { PlaceAnswer } from '../../contract/partners/calls.ts'
import type { PlaceKept } from '../../contract/appointments/keptPlace.ts'
import { agree, date, hour } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** Why another office keeps no place, from its answer's code; what it did not say so is said without it. */
const refused: Readonly<Record<string, string>> = {
  placesNotOffered: 'cet office ne garde pas de place',
  placeNotHere: 'il ne reçoit pas cette démarche',
  placesFull: 'ses places du jour sont toutes données',
  arrivalNotToday: 'l’heure d’arrivée n’est pas d’aujourd’hui',
  dayNotOpen: 'il n’est pas ouvert en ce moment',
  serviceClosed: 'son service ne prend plus personne aujourd’hui',
  noSlot: 'il n’a aucun rendez-vous libre dans les semaines qui viennent',
  unauthorized: 'l’accord des deux offices n’est plus valable',
  tokenExpired: 'l’accord des deux offices est arrivé à son terme',
  forbiddenScope: 'l’accord des deux offices ne comprend pas les places',
}

const hourKept = ({ arrivedAt, until, zone }: PlaceKept) =>
  `heure d’arrivée gardée${nbsp}: ${hour(arrivedAt, zone)}, aujourd’hui${until === null ? '' : ` jusqu’à ${hour(until, zone)}`}`
const appointment = ({
  startsAt,
  zone,
}: PlaceKept & { readonly startsAt: NonNullable<PlaceKept['startsAt']> }) =>
  `rendez-vous le ${date(startsAt, zone)} à ${hour(startsAt, zone)}`
const what = (place: PlaceKept): string =>
  place.startsAt === null ? hourKept(place) : appointment({ ...place, startsAt: place.startsAt })

/** What is said of several offices that work together. */
export const partnersWords = {
  /** On the paper of who is sent elsewhere. */
  paper: (place: PlaceKept): readonly string[] => [
    place.startsAt === null
      ? `Votre heure d’arrivée, ${hour(place.arrivedAt, place.zone)}, est gardée par ce service, aujourd’hui${place.until === null ? '' : ` jusqu’à ${hour(place.until, place.zone)}`}.`
      : `Ce service vous donne un rendez-vous le ${date(place.startsAt, place.zone)} à ${hour(place.startsAt, place.zone)}.`,
    `Code à dire ou à taper en arrivant${nbsp}: ${place.code}.`,
  ],
  forward: {
    title: 'Demander une place',
    help: 'Ces offices gardent l’heure d’arrivée de la personne, ou lui donnent un rendez-vous. Ni nom ni dossier n’est envoyé.',
    ask: (name: string) => `Demander à ${name}`,
    asking: 'L’autre office est interrogé…',
    kept: (place: PlaceKept) => `${place.office.name}${nbsp}: ${what(place)}. Code ${place.code}.`,
    giveUp: 'Rendre la place',
    givenUp: 'La place est rendue. Le papier de réorientation vaut preuve du passage ici.',
    answer: (name: string, answer: Exclude<PlaceAnswer, { is: 'kept' }>) =>
      answer.is === 'unreachable'
        ? `${name} ne répond pas${nbsp}: aucune place n’est donnée. Demandez encore dans un moment, c’est la même place. Sinon, le papier de réorientation vaut preuve du passage ici.`
        : `${name} ne garde pas de place${refused[answer.why] === undefined ? '' : `${nbsp}: ${refused[answer.why]}`}. Le papier de réorientation vaut preuve du passage ici.`,
  },
  arrived: (motive: string, at: string) =>
    motive === ''
      ? `Heure d’arrivée gardée${nbsp}: ${at}`
      : `${motive}, heure d’arrivée gardée${nbsp}: ${at}`,
  view: {
    section: 'Ville',
    title: 'Les offices de la ville',
    help: `Les mêmes chiffres que la supervision de chaque office${nbsp}: les attentes et l’égalité de traitement, jamais une personne ni un agent. Un groupe de moins de cinq personnes n’est pas montré, ni le suivant quand le total le ferait déduire. Les attentes ne s’additionnent pas${nbsp}: le total dit de la plus petite à la plus grande.`,
    date: 'Jour',
    reading: 'Les offices sont interrogés…',
    columns: {
      office: 'Office',
      people: 'Personnes',
      median: 'Attente P50',
      p90: 'Attente P90',
      unserved: 'Non reçues, du fait du service',
      refused: 'Refus motivés',
      overtakes: 'Passées avant leur tour',
      kept: 'Attentes annoncées tenues',
    },
    total: 'Ensemble',
    range: (low: string, high: string) => (low === high ? low : `${low} à ${high}`),
    states: {
      unreachable: 'ne répond pas',
      refused: 'ne donne pas ses chiffres : vérifiez son jeton, et sa version',
    },
    missing: (offices: number) =>
      offices === 0
        ? 'Tous les offices ont répondu.'
        : `${offices} ${agree(offices, 'office n’est', 'offices ne sont')} pas dans l’ensemble${nbsp}: ${agree(offices, 'il est nommé', 'ils sont nommés')} ci-dessus.`,
    overtakes: 'Pourquoi, tous offices ensemble',
    overtakeColumns: { reason: 'Raison', calls: 'Appels', people: 'Personnes passées' },
    noOvertakes: 'Personne n’est passé avant son tour.',
  },
  cli: {
    usage: `Usage : guichet town FICHIER|postgres://… [--on AAAA-MM-JJ] [--json]

  Les chiffres d’un jour de plusieurs offices, tels que leur supervision les montre. FICHIER est de la forme d’offices.json
  (id, name, url, token de portée « Chiffres », pins, figures : true) ; une base, ou son secours, donne tous les offices que
  le compte y voit, sans rien y écrire. Sortie 1 si un office n’a pas répondu.
`,
    unreadable: (file: string) =>
      `« ${file} » ne peut pas être lu, ou n’est pas de la forme d’offices.json. Vérifiez-le : une adresse est en https, ou de cette machine.`,
    exposed: (file: string) =>
      `« ${file} » contient des jetons, et d’autres comptes de la machine peuvent le lire. Réservez-le au vôtre (chmod 600), puis recommencez.`,
    none: (file: string) =>
      `Aucun office de « ${file} » ne donne ses chiffres. Dans un fichier, chacun le dit par « figures : true ».`,
  },
  places: {
    title: 'Places gardées pour d’autres offices',
    help: 'Une personne envoyée ici par un office qui a un jeton « Places » garde l’heure à laquelle elle y est arrivée. Ce n’est pas une priorité. La raison de l’appel le dit, et les personnes qui attendaient déjà ici sont comptées.',
    perDay: 'Combien de personnes par jour',
    perDayWrong: 'Écrivez un nombre de 0 à 30.',
    services: 'Pour quels services',
    servicesWrong: 'Choisissez au moins un service : sans lui, aucune place n’est gardée.',
    today: (given: number) =>
      given === 0
        ? 'Aucune place donnée aujourd’hui.'
        : `${given} ${agree(given, 'place donnée', 'places données')} aujourd’hui.`,
    save: 'Enregistrer',
    saved: 'Enregistré.',
    cancel: 'Annuler',
  },
}
