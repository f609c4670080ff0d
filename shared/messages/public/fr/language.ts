import { words } from '../../documents/documents.fr.ts'
import { kioskFr } from './kiosk.ts'
import { date, euros } from '../../format/numbers.ts'
import { plain, purposes } from '../../law/plain.fr.ts'
import { plural } from '../../format/inLocale.ts'
import { voiceFr } from './voice.ts'
import type { PublicLanguage } from '../language.ts'

const ahead = plural('fr', { one: '# personne avant vous', other: '# personnes avant vous' })
const minutes = plural('fr', { one: '# minute', other: '# minutes' })

/** All that the public reads in French. */
export const fr: PublicLanguage = {
  direction: 'ltr',
  kiosk: kioskFr,
  follow: {
    title: 'Votre tour',
    number: 'Numéro',
    code: 'Code du ticket',
    codeHelp: 'Huit lettres et chiffres, imprimés sur le ticket.',
    see: 'Voir',
    unknown:
      'Aucun passage en cours n’a ce code : il est terminé, ou le code est à vérifier. L’accueil peut vous le dire.',
    tooMany: 'Trop de demandes. Attendez une minute, puis recommencez.',
    ahead: (people) => (people === 0 ? 'Vous êtes le prochain ou la prochaine.' : `${ahead(people)}.`),
    wait: (low, high) =>
      low === high ? `Attente : environ ${minutes(high)}` : `Attente : de ${low} à ${minutes(high)} environ`,
    noWait: 'L’attente n’est pas connue.',
    unsent:
      'Le message qui devait vous prévenir n’est pas parti. Restez dans la salle : votre numéro y sera affiché et appelé.',
    state: {
      waiting: () => 'Vous attendez',
      called: (counter) => `C’est à vous : ${counter}`,
      serving: (counter) => `On vous reçoit : ${counter}`,
      parked: () => 'Revenez à l’accueil quand vous êtes de retour.',
      absent: () => 'Votre numéro a été appelé. Allez à l’accueil.',
      ended: () => 'Ce passage est terminé.',
    },
    renewed: 'Renouveler toutes les vingt secondes',
    stop: 'Arrêter le renouvellement',
    again: 'Renouveler la page',
    languages: 'Langues',
    notice: (number, office, ahead) =>
      `${office} : votre tour approche (${number}). ${ahead} Ne répondez pas ; votre numéro est effacé.`,
    subject: (number) => `Votre tour approche : ${number}`,
  },
  hall: {
    title: 'Prendre un ticket',
    help: 'Choisissez votre démarche. Un seul ticket, pour qui est dans la salle. Vous suivrez votre tour sur ce téléphone.',
    off: 'Cet office ne donne pas de ticket par téléphone. Prenez le vôtre à la borne ou à l’accueil.',
    stale: 'Ce code n’est plus valable. Photographiez celui que montre l’écran de la salle.',
    tooMany: 'Trop de tickets ont été demandés. Prenez le vôtre à la borne ou à l’accueil.',
    notGiven: 'Aucun ticket n’a été donné. Prenez le vôtre à la borne ou à l’accueil.',
  },
  paper: {
    reprint: words.reprint,
    replaces: words.replaces,
    estimated: words.estimated,
    beforeClosing: words.beforeClosing,
    bring: words.bring,
    leaving: words.leaving,
    bound: words.bound,
    rule: words.rule,
    onArrival: words.onArrivalHow,
    cannotCome: (ways) => `${words.cannotCome}. ${words.cannotComeHow(ways)}`,
    obligations: `Ce papier dit en français ce que chacun doit faire, et avant quelle date.`,
    usually: 'Demandé d’habitude pour cette démarche',
  },
  room: {
    takeTicket: 'Prenez un ticket',
    shownHere: 'Votre numéro s’affichera ici',
    lastTickets: (at) => `Derniers tickets avant ${at}`,
    order: ({ appointments, weighted }) =>
      `Priorités${appointments ? ', rendez-vous' : ''}, puis ${weighted ? 'attente selon le délai visé' : 'ordre d’arrivée'}`,
    law: 'Priorité de la carte mobilité inclusion : CASF, art. L241-3',
  },
  summary: {
    title: plain.what,
    information: 'Seul ce texte français fait foi.',
    purposes,
    keep: plain.keep,
    number: (number, day) => `Numéro ${number}, délivré le ${day}.`,
    giveBy: (day) => `Donnez ce qui est demandé le ${day} au plus tard.`,
    silence: {
      rejet: (day) => `Si personne n’a répondu le ${day}, votre demande est refusée.`,
      acceptation: (day) => `Si personne n’a répondu le ${day}, votre demande est acceptée.`,
    },
    declared: {
      purposes: {
        recepisse: 'Ce papier prouve que vous avez fait une déclaration, et quel jour.',
        accuse: 'Ce papier dit que nous avons reçu votre déclaration, et ce qui va se passer.',
        transmission: 'Ce papier dit à quel service nous avons envoyé votre déclaration.',
        refus: 'Ce papier dit que votre déclaration est refusée, pourquoi, et ce que vous pouvez faire.',
        acceptation: 'Ce papier prouve que votre déclaration est acceptée, car personne n’a répondu à temps.',
        motifs: 'Ce papier dit pourquoi votre déclaration a été refusée.',
        trace: 'Ce papier dit quelles règles ont été appliquées à votre déclaration.',
        urbanisme: 'Ce papier prouve que vous avez déposé une déclaration de travaux, et quel jour.',
      },
      silence: {
        rejet: (day) => `Si personne n’a répondu le ${day}, votre déclaration est refusée.`,
        acceptation: (day) => `Si personne n’a répondu le ${day}, votre déclaration est acceptée.`,
      },
    },
    contest: {
      noDelay: 'Vous pouvez contester cette décision. Aucun texte ne fixe de délai.',
      days: plural('fr', {
        one: 'Vous pouvez contester cette décision pendant # jour.',
        other: 'Vous pouvez contester cette décision pendant # jours.',
      }),
      months: plural('fr', {
        one: 'Vous pouvez contester cette décision pendant # mois.',
        other: 'Vous pouvez contester cette décision pendant # mois.',
      }),
    },
    valid: (from, until) => `Valable du ${from} au ${until}.`,
    appointment: (day, hour) => `Votre rendez-vous : ${day} à ${hour}.`,
    paid: (amount) => `Montant : ${amount}.`,
    sentTo: (office) => `Envoyé à : ${office}.`,
    cancels: (number) => `Le papier qui ne vaut plus rien : ${number}.`,
    date,
    money: euros,
  },
  voice: voiceFr,
}
