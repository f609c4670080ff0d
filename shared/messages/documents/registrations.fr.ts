import type { HandedIn } from './nature.fr.ts'

// Words of the papers that other codes want: town planning, residence permit, census.

export const registrationWords = {
  permitTitles: {
    declaration: 'Récépissé de dépôt d’une déclaration préalable',
    house: 'Récépissé de dépôt d’une demande de permis',
    demolition: 'Récépissé de dépôt d’une demande de permis de démolir',
    other: 'Récépissé de dépôt d’une demande de permis',
  },
  registered: (number: string, day: string) =>
    `Votre dossier a été reçu le ${day} et enregistré sous le n° ${number.replaceAll(' ', '\u00a0')} (C. urb., art. R*423-3).`,
  works: (day: string) =>
    `Sans opposition notifiée, les travaux peuvent être entrepris à partir du ${day} (C. urb., art. R*423-4).`,
  permit: (day: string) =>
    `Sans décision notifiée, un permis tacite intervient le ${day} (C. urb., art. R*423-4).`,
  rejected: (day: string) =>
    `Un permis tacite ne peut pas être acquis pour ce projet : sans décision notifiée, le silence vaut rejet le ${day} (C. urb., art. R*424-2).`,
  withinAMonth: 'Dans le mois qui suit le dépôt',
  month: {
    incomplete:
      'L’autorité compétente peut vous notifier que le dossier est incomplet (C. urb., art. R*423-5, a) ; le délai court alors de la réception des pièces (art. R*423-39).',
    other:
      'Elle peut vous notifier un délai différent, dans les cas des articles R423-24 à R423-33 (C. urb., art. R*423-5, b).',
    excluded:
      'Vous serez informé dans le même délai si le projet est dans une des situations des articles R424-2 et R424-3, où un permis tacite ne peut pas être acquis, ou seulement en l’absence d’opposition ou de prescription de l’architecte des Bâtiments de France (C. urb., art. R*423-5).',
  },
  displayed:
    'Un avis de dépôt est affiché en mairie ou publié en ligne sous quinze jours (C. urb., art. R*423-6).',
  certificate: {
    declaration: 'Un certificat de non-opposition est délivré sur simple demande (C. urb., art. R*424-13).',
    permit: 'Un certificat de permis tacite est délivré sur simple demande (C. urb., art. R*424-13).',
  },
  notAuthorisation: 'Ce récépissé n’est pas une autorisation de travaux.',
  electronic: (what: HandedIn) =>
    `Il vaut accusé de réception électronique, sous réserve que la ${what} soit complète (CRPA, art. R112-11-1).`,
  silence: {
    tacit: (what: HandedIn) =>
      `La ${what} peut donner lieu à une acceptation implicite, attestée sur demande (CRPA, art. L232-3).`,
    rejection:
      'La demande peut donner lieu à une décision implicite de rejet. L’accusé de réception électronique, qui en dit les voies de recours, vous est envoyé à part (CRPA, art. R112-11-1).',
  },
  rests: (cited: string) => `Textes : ${cited}.`,
  sejour: {
    recepisse: {
      title: 'Récépissé de demande de titre de séjour',
      lead: (from: string, until: string) =>
        `Ce récépissé autorise la présence sur le territoire français du ${from} au ${until} (CESEDA, art. R431-12).`,
      worth: 'Il n’est ni une attestation de dépôt en ligne, ni une attestation de prolongation.',
    },
    depositAttestation: {
      title: 'Attestation de dépôt en ligne d’une demande de titre de séjour',
      lead: (from: string) =>
        `Une demande de titre de séjour a été déposée en ligne le ${from} (CESEDA, art. R431-15-1).`,
      worth:
        'Ce document ne justifie pas de la régularité du séjour. Il n’est ni un récépissé, ni une attestation de prolongation.',
    },
    extensionAttestation: {
      title: 'Attestation de prolongation de l’instruction d’une demande de titre de séjour',
      lead: (from: string, until: string) =>
        `L’instruction de la demande se prolonge. Du ${from} au ${until}, ce document justifie de la régularité du séjour (CESEDA, art. R431-15-1).`,
      worth:
        'Il est présenté avec le document de séjour expiré, s’il y en a un. Il n’est ni un récépissé, ni une attestation de dépôt en ligne.',
    },
  },
  agentAndStamp: 'Signature de l’agent et timbre du service',
  census: (who: string, day: string) =>
    `Le recensement de ${who} au titre du service national a été fait le ${day} (C. service national, art. L113-2).`,
  civil: 'État civil et domicile déclarés',
  factColumn: 'Mention',
  saidColumn: 'Déclaré',
  born: 'Naissance',
  bornOn: (day: string, place: string) => `le ${day}, à ${place}`,
  domicile: 'Domicile',
  residence: 'Résidence',
  commune: 'Commune de recensement',
  sameResidence: 'au domicile',
  informed:
    'La personne recensée a été informée des conditions de participation à la journée défense et citoyenneté (C. service national, art. R*111-7).',
  noDuplicate: 'Cette attestation n’a pas de duplicata : gardez-la.',
} as const
