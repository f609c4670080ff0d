import { longestOfficeMessage } from '../../contract/media/officeMessages.ts'
import type { ErrorCode } from '../../contract/refusals.ts'

/** What is said of recordings and of the office’s messages: what is the matter, then what to do. */
export const mediaRefusals = {
  unknownRecording: 'Cet enregistrement n’est plus là. Revenez à la liste.',
  recordingIncomplete:
    'L’enregistrement n’est pas arrivé entier. Rien n’a changé : choisissez le fichier, puis envoyez-le de nouveau.',
  recordingTooBig:
    'Ce fichier est trop gros : 16 Mio pour une vidéo, 1 Mio pour une voix. Raccourcissez-le, ou réduisez sa taille.',
  recordingUnreadable:
    'Ce fichier n’est ni une vidéo ni un son que Guichet connaît. Donnez une vidéo WebM ou MP4, ou un son WebM, Ogg, MP3, M4A ou WAV.',
  recordingsFull:
    'L’office garde déjà 64 Mio ou 200 enregistrements. Retirez ceux qui ne servent plus, puis recommencez.',
  unknownOfficeMessage: 'Ce message est déjà fini ou retiré. Revenez à la liste.',
  officeMessageEmpty: 'Le message n’a pas de texte en français. Écrivez-le, puis enregistrez.',
  officeMessageTooLong: `Ce message est trop long pour l’affichage. Écrivez ${longestOfficeMessage} signes au plus dans chaque langue.`,
  namesSomebody:
    'Ces mots nomment quelqu’un : ils seraient lus de toute la salle. Dites la fonction ou le service, jamais un nom.',
  noticeAsks:
    'Ces mots demandent une pièce à tous : seule la liste de la démarche le fait (CRPA L114-5). Dites l’information sans la demande, ou citez l’article du texte qui l’exige.',
  noticeRefuses:
    'Ces mots refusent une demande devant tous. Un refus est une décision motivée, adressée à une seule personne. Dites l’information : le jour, l’heure, ce qui est fermé.',
  officeMessageBackwards: 'Ce message finit avant de commencer. Corrigez les dates ou les heures.',
  officeMessageEnded: 'Ce message serait déjà fini. Donnez une fin à venir.',
  officeMessagesFull: 'L’office a déjà dix messages. Retirez-en un, puis recommencez.',
} as const satisfies Partial<Record<ErrorCode, string>>
