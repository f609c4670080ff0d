import type { ErrorCode } from '../../contract/refusals.ts'

/** What is said of appointments and of where they are kept: what is the matter, then what to do. */
export const appointmentsRefusals = {
  sourceWithoutSignIn:
    'Rien à connecter encore. Choisissez RDV Service Public, écrivez l’identifiant de l’application, enregistrez, puis connectez-vous.',
  sourceFollowedAlready:
    'Une autre source a déjà cette adresse et cet identifiant. Modifiez celle-là, ou donnez une autre adresse.',
  sourcesFull: 'L’office suit déjà huit sources. Retirez-en une, puis ajoutez celle-ci.',
  searchTokenMissing: 'Il manque le jeton que l’ANTS montre pour être reconnue. Collez-le, puis enregistrez.',
  signInBusy:
    'Un autre programme de cette machine occupe l’adresse de retour de la connexion. Fermez-le, ou redémarrez la machine, puis réessayez.',
  coordinationOff:
    'La vérification des numéros de pré-demande n’est pas réglée. Recevez la personne, et demandez à l’administration.',
  unknownAppointment: 'Ce rendez-vous n’est pas connu. Vérifiez le code ou le nom, ou prenez un ticket.',
  appointmentNotToday: 'Ce rendez-vous est pour un autre jour. Prenez un ticket, ou revenez ce jour-là.',
  appointmentKeptElsewhere:
    'Ce rendez-vous vient d’un autre agenda. Annulez-le là-bas : il part d’ici aussitôt après.',
  appointmentAlreadyHere: 'L’arrivée de ce rendez-vous est déjà notée. Gardez le ticket qui a été donné.',
  appointmentAmbiguous:
    'Plusieurs rendez-vous portent ce nom aujourd’hui. Tapez le code du rendez-vous, ou adressez-vous à l’accueil.',
  slotTaken: 'Ce créneau n’est pas libre. Choisissez-en un autre.',
  noSlot: 'Ce service ne donne aucun créneau ici. Choisissez une attestation, ou un motif.',
  certificateNotDue:
    'Vous devriez être reçu aujourd’hui pour cette démarche. Prenez un ticket ; l’accueil peut donner une attestation.',
  calendarUnreadable:
    'Ce fichier n’est pas un calendrier iCalendar ou CSV, ou il est trop grand. Vérifiez-le, puis recommencez.',
  calendarIncomplete:
    'Ce calendrier n’est pas arrivé en entier. Envoyez-le de nouveau, depuis sa première partie.',
  calendarTooHeavy:
    'La lecture de ce calendrier a été arrêtée, car elle demandait trop de temps ou de mémoire. Envoyez un fichier plus court, par exemple une semaine à la fois.',
  calendarsWaiting: 'D’autres calendriers sont en cours de lecture. Réessayez dans une minute.',
} as const satisfies Partial<Record<ErrorCode, string>>
