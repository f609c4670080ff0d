import type { EmailGateway, GatewayProblem } from '../../contract/integrations/gateways.ts'

const nbsp = '\u00a0'

const problems: Readonly<Record<GatewayProblem, string>> = {
  noGateway: 'Aucune passerelle n’est réglée pour ce moyen.',
  unreadable: 'Le fichier des passerelles ne peut pas être lu : enregistrez-les ici, il sera refait.',
  unresolved: 'Le nom de la passerelle n’existe pas : vérifiez son adresse.',
  unreachable: 'La passerelle ne répond pas : vérifiez son adresse, et que l’ordinateur l’atteint.',
  timeout: 'La passerelle n’a pas répondu à temps.',
  redirected: 'La passerelle renvoie vers une autre adresse : écrivez celle-là.',
  refused:
    'La passerelle a refusé le message. Vérifiez l’en-tête et le compte, puis la forme du message qu’elle attend.',
  login: 'Le serveur refuse le compte ou son mot de passe.',
  security: 'Le serveur ne parle pas de cette façon (TLS) : essayez l’autre.',
  recipient: 'Le serveur refuse l’expéditeur ou le destinataire.',
}

const security: Readonly<Record<EmailGateway['security'], string>> = {
  starttls: 'STARTTLS (port 587)',
  tls: 'TLS dès le premier octet (port 465)',
  clear: 'Aucune (réseau de l’office seul)',
}

/** By what notices leave, and how it is tried. */
export const gatewayWords = {
  title: 'Passerelles des avis',
  help: 'Les SMS et les courriels qui préviennent une personne que son tour approche partent par ces passerelles. Ces réglages sont gardés sur cet ordinateur seul.',
  unreadable:
    'Le fichier des passerelles (avis.json) ne peut pas être lu. Enregistrez-les ici : il sera refait.',
  sms: 'SMS',
  email: 'Courriel',
  url: 'Adresse de la passerelle',
  urlHelp: 'Elle reçoit POST {"to": "+33…", "text": "…"}.',
  header: 'En-tête qui l’ouvre (facultatif)',
  headerHelp: 'Par exemple Authorization.',
  value: 'Sa valeur',
  kept: 'Ce texte est déjà gardé. Laissez vide pour ne pas le changer.',
  host: 'Serveur',
  port: 'Port',
  security: 'Chiffrement',
  securities: security,
  user: 'Compte (facultatif)',
  password: 'Mot de passe',
  from: 'Expéditeur',
  save: 'Enregistrer',
  remove: 'Retirer',
  saved: 'Enregistré.',
  removed: 'Retiré.',
  try: 'Essayer',
  toSms: 'Numéro où envoyer l’essai',
  toEmail: 'Adresse où envoyer l’essai',
  trying: 'Envoi de l’essai…',
  sent: (text: string) => `La passerelle a pris le message${nbsp}: « ${text} »`,
  notSent: (text: string, why: string) => `${why} Ce qui devait partir${nbsp}: « ${text} »`,
  problems,
  wrong: {
    url: 'Écrivez une adresse complète, qui commence par https:// ou http://.',
    header: 'Écrivez des lettres, des chiffres et des tirets.',
    host: 'Écrivez le nom du serveur.',
    port: 'Écrivez un nombre de 1 à 65535.',
    from: 'Écrivez une adresse de courriel.',
    to: 'Écrivez où envoyer l’essai.',
  },
  subject: 'Essai de Guichet',
  /** The message of a test. */
  message: (office: string) => `${office} : ceci est un essai de Guichet. Aucune réponse n’est attendue.`,
} as const
