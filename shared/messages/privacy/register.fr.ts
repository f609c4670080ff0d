import { archivesWords } from './archives.fr.ts'

const names: Readonly<Record<string, string>> = {
  sheet: 'Fiche de travail d’une visite',
  closedSheet: 'Fiche d’une visite terminée',
  ground: 'Motif d’une priorité',
  reason: 'Motifs écrits par les agents',
  appointment: 'Rendez-vous',
  preApplication: 'Numéros de prédemande vérifiés ou déclarés',
  file: 'Dossiers ouverts',
  ...archivesWords.kinds,
  visa: 'Signataires des visas d’élimination',
  secret: 'Codes des agents (hachés)',
  invitation: 'Invitations des agents (hachées)',
  badge: 'Badges des agents (hachés)',
  login: 'Comptes de connexion des agents (hachés)',
  attempts: 'Essais de connexion',
  preferences: 'Façon de lire d’un agent',
  notice: 'Avis « votre tour approche »',
  recording: 'Enregistrements de l’office (langue des signes, voix)',
  agent: 'Noms des agents',
}

const toConfirm = 'à confirmer'

/** The register of processing (GDPR 30), as it is printed. */
export const register = {
  usage: `Usage : guichet register DOSSIER [--json]

  Écrit le registre des traitements de l’office (RGPD, art. 30), fait de ce que le logiciel garde vraiment : chaque nature
  de donnée avec sa durée et son texte, chaque table avec ce qu’elle contient.`,
  title: 'Registre des traitements : accueil du public',
  responsible: (office: string) => `Responsable du traitement : ${office}.`,
  purpose:
    'Finalité : recevoir le public, instruire et tracer les demandes, remettre les documents qui en font foi. Base : mission d’intérêt public (RGPD, art. 6.1.e) ; pour ses enregistrements, l’accord de qui s’y voit ou s’y entend (RGPD, art. 6.1.a), à confirmer.',
  people:
    'Personnes concernées : les personnes reçues, celles qu’elles représentent, les agents, qui signe ou parle dans un enregistrement de l’office.',
  recipients:
    'Destinataires : les agents habilités de l’office ; l’administration compétente en cas de transmission (CRPA, art. L114-2) ; des seuls enregistrements, le public, à la borne et à l’affichage ; le service qui tient l’agenda de l’office, quand il est suivi, pour l’arrivée, la réception, l’absence ou l’annulation d’un rendez-vous ; l’agence chargée des titres (ANTS), quand la coordination est réglée, pour le numéro de prédemande et l’heure du rendez-vous donné, que les autres mairies voient. Aucun transfert hors de l’Union européenne.',
  security:
    'Sécurité : données effacées réécrites, journal chaîné sans aucun nom, consultations notées, copies extérieures chiffrées, postes reliés un à un, codes des agents hachés (scrypt).',
  rights:
    'Droits : accès, rectification, effacement et limitation se font depuis l’administration, par la référence du dossier ou le code du ticket. Une archive publique ne s’efface pas à la demande (RGPD, art. 17.3.b et d) : son accès peut être limité (RGPD, art. 18).',
  archives:
    'Archives publiques : aucune ne disparaît d’elle-même. À son terme, elle est portée sur un bordereau d’élimination ; elle n’est éliminée qu’après le visa des archives (code du patrimoine, art. L212-2, L214-3 et R212-14).',
  backups: (days: number) => `Sauvegardes : ce qui est effacé n’est plus dans aucune après ${days} jours.`,
  kinds: 'Natures de données et durées',
  tables: 'Tables de la base',
  nobody: 'ne nomme personne',
  names,
  /** A kind by its name, with what whoever answers for it must know. */
  named: (kind: string, is: { readonly archive: boolean; readonly toConfirm: boolean }): string => {
    const said = [...(is.archive ? ['archive publique'] : []), ...(is.toConfirm ? [toConfirm] : [])]
    return `${names[kind] ?? kind}${said.length === 0 ? '' : ` (${said.join(', ')})`}`
  },
} as const
