/**
 * Where an official text is read: each host, with its subdomains, and who publishes there. A text read elsewhere, even
 * word for word, stays « à confirmer ».
 */
export const officialHosts: Readonly<Record<string, string>> = {
  'legifrance.gouv.fr': 'DILA : codes, lois et décrets consolidés, Journal officiel',
  'journal-officiel.gouv.fr': 'DILA : Journal officiel',
  'service-public.gouv.fr': 'DILA : fiches et formulaires officiels',
  'service-public.fr': 'DILA : ancienne adresse des fiches et formulaires officiels',
  'gouv.fr': 'ministères, préfectures et services de l’État ; avis de la CADA',
  'justice.fr': 'ministère de la justice : fiches de la DILA qu’il publie',
  'conseil-etat.fr': 'Conseil d’État : ses décisions et ses avis',
  'conseil-constitutionnel.fr': 'Conseil constitutionnel : ses décisions',
  'courdecassation.fr': 'Cour de cassation : ses décisions',
  'assemblee-nationale.fr': 'Assemblée nationale : réponses ministérielles et travaux',
  'senat.fr': 'Sénat : réponses ministérielles et travaux',
  'eur-lex.europa.eu': 'Union européenne : Journal officiel et textes consolidés',
  'europarl.europa.eu': 'Parlement européen : ses textes et leurs résumés',
  'cnil.fr': 'CNIL : ses délibérations et ses recommandations',
  'defenseurdesdroits.fr': 'Défenseur des droits : ses décisions',
}

/** Whether this page is of an official host: the host itself or one of its subdomains, by http or https. */
export function isOfficial(page: string): boolean {
  const host = /^https?:\/\/([a-z0-9.-]+)(?:[:/?#]|$)/i.exec(page)?.[1]?.toLowerCase()
  return (
    host !== undefined &&
    Object.keys(officialHosts).some((official) => host === official || host.endsWith(`.${official}`))
  )
}
