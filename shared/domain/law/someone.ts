// Whether words to everybody name a person: a title, and a name after it. What a town hall says every day names nobody: its
// places bear names (« rue du Docteur Calmette »), its functions have a title, its doors a letter.

const madam = String.raw`(?:M(?:me|ME|lle|LLE)[sS]?\.?|Ms\.?|Madame|MADAME|Mademoiselle|MADEMOISELLE|Mesdames|MESDAMES)`
const sir = String.raw`(?:M[Rr]s?\.?|MM?\.|Monsieur|MONSIEUR|Messieurs|MESSIEURS)`
const learned = String.raw`(?:D[Rr]\.?|[Dd]octeure?|DOCTEURE?|Pr\.?|[Pp]rof\.?|[Pp]rofesseure?|PROFESSEURE?|[Mm]a[iî]tre|MA[IÎ]TRE|Me)`

/** The functions that are titled « Madame La… »; in capitals, whatever follows LE, LA, LES or L’ is taken for one. */
const functions =
  '(?:Adjoint|Ambassad|Colonel|Commissaire|Conciliat|Conseill|Consul|Curé|Défens|Délégu|Déput|Direct|Juge|Maire|Médiat|Ministre|Notaire|Préf|Présid|Procureur|Rect|Secrét|Sénat|Sous-[Pp]réf|Trésori)'
/** « MESDAMES ET MESSIEURS », « Monsieur Tout-le-Monde » are everybody; a « Maître Nageur » has a trade. */
const nobody = String.raw`(?!L(?:es?|a) ${functions}|L(?:ES?|A)(?!\p{L})|L['’]|(?:ET|OU|Tout|Nageur|NAGEUR|D[eE][sS]?)(?!\p{L})|M(?:ME|me|ADAME|ONSIEUR|ESDAMES|ESSIEURS|adame|onsieur|esdames|essieurs)(?!\p{L}))`

/** « M. Durand », « MME DURAND », « M.Durand ». */
const titled = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${madam}|${sir})\s+${nobody}\p{Lu}|(?<!\.)MM?\.(?=\p{Lu}\p{L}{2}))`,
  'gu',
)
/** « Docteur Martin », whose name streets, stops and halls bear too. */
const learnedTitle = new RegExp(String.raw`(?<!\p{L})${learned}\s+${nobody}(?=\p{Lu})`, 'gu')
const away = String.raw`absente?s?(?!\p{L})|indisponible|en (?:arrêt|congé|déplacement|formation|repos|retard|réunion|vacances)`
/** What a notice says of a person: that they are here or not, receive or are awaited. */
const here = String.raw`(?:vous )?annule(?!\p{L})|(?:vous )?(?:reçoi|recoi|recev|consulte|remplace|assure|attend)\p{L}*|(?:n['’] ?|ne )?(?:est|sera|étai[ts]) (?:(?:pas|plus|donc|toujours|encore) )*(?:${away}|attendu|de retour|disponible|ici|là|malade|partie?(?!\p{L})|présent|remplacé|retenu|souffrant)|${away}|pr[ée]sent(?!\p{L})|pr[ée]sente(?!\p{L}| [ldsu])`
/** « Martin absent », « Anne Dupont, avocate, vous reçoit »: what follows the title. */
const isHere = new RegExp(
  String.raw`^\p{L}[\p{L}'’-]*(?: (?!(?:l[ae]s?|l['’]|et|de|du|des|une?|nous|vous|sera|est)(?!\p{L}))\p{L}[\p{L}'’-]*){0,2}?(?:, [^,.;:]{1,40},)?[\s,:(–—-]+(?:${here})`,
  'iu',
)
const gone = /(?<!\p{L})(?:absences?|congés?) (?:de|du) $/iu
/** « M. d’Ormesson », « Mme de Villiers ». */
const ofParticle = new RegExp(
  String.raw`(?<!\p{L})(?:${madam}|${sir})\s+(?:d['’]\s?|(?:de|du|des|von|van)\s)\p{Lu}`,
  'gu',
)
/** « M DURAND ABSENT », where a sentence begins or after what is said of somebody. */
const bareM = new RegExp(String.raw`(?<=^|[,.;(«]\s?|\s(?:avec|par|chez|de)\s)M\s${nobody}\p{Lu}{3}`, 'gu')
/** After « Mme » a name may begin small; a function and a link do too. */
const small =
  /(?<!\p{L})M(?:me|lle)\.? (?!(?:la|le|les|et|ou|ni|est|pour|puis|avec|sur|sans|qui|que|dont|aux?|par|du|des?|en|dans|si|maire|adjointe?|conciliatrice|conseillère|déléguée|députée|directrice|juge|ministre|préfète|présidente|secrétaire|sénatrice)(?!\p{L}))\p{Ll}{3}/gu
/** « Madame la Maire Durand »: a function, and the name of who holds it. */
const holder =
  /(?<!\p{L})(?:Madame|Mme|Monsieur|M\.) [Ll][ea] (?:[Dd]éputée?|[Mm]aire|[Mm]inistre|[Pp]réfète?|[Pp]résidente?|[Ss]énateur|[Ss]énatrice) (?!Adjoint|Délégu|Général|Honoraire|Direct|Vous|Reçoit|(?:Et|Est|Sera|Du|De|Des|Aux?|En)(?!\p{L}))\p{Lu}\p{Ll}{2}/gu

/** « Salle Docteur Schweitzer », « rue du Dr Roux », « Centre de santé Docteur Calmette »: a place bears a name. */
const atPlace =
  /(?<!\p{L})(?:allée|(?<!en )arrêt|ascenseur|avenue|bd|bibliothèque|boulevard|centre|chemin|cité|clinique|collège|complexe|crèche|école|ehpad|espace|esplanade|fontaine|foyer|groupe|gare|gymnase|halle|halte|hameau|hôpital|impasse|jardin|laboratoire|ludothèque|lycée|maison|médiathèque|orchestre|parc|parking|parvis|passerelle|pharmacie|piscine|(?<!(?:à la|en|sur) )place|pont|promenade|quai|quartier|résidence|route|rue|salle|square|stade|station|terrain|théâtre|villa)(?: (?:de|du) \p{L}+| (?:communale?|élémentaire|hospitalier|maternelle|médical|municipale?|polyvalente|primaire|privée|publique|scolaire|social|sportif)){0,2}(?: (?:du|de la|de|des))? $/iu
/** « Bâtiment M. Entrée par la cour », « de A à M. Accueil au guichet 1 », « à 50 M. Suivez le fléchage »: a letter, a length. */
const lettered =
  /(?:(?<!\p{L})(?:aile|bât\.?|bâtiment|bloc|(?:commençant|débutant) par|escalier|file|guichets?|hall|immeuble|lettres?|ligne|lot|niveau|parking|porte|salle|série|tickets?|tour|zone) |(?<!\p{L})\p{L}(?:,| et| ou| à|-|\/) ?|\d ?)$/iu

/** « Cinéma : Monsieur Hulot », « exposition Madame Bovary »: who a work is called after. */
const work =
  /(?<!\p{L})(?:ciné(?:ma)?|concert|expo(?:sition)?|film|lecture|opéra|projection|roman|spectacle|théâtre)(?: (?:de|du) \p{L}+)?(?:\s?: ?| )(?:[«“"]\s?)?$/iu
const inFull = /^(?:Madame|Mademoiselle|Monsieur)\s/iu
/** Whether these words, before a title and from it on, say the title of a work, and nothing of somebody. */
const isWork = (before: string, from: string): boolean =>
  inFull.test(from) && work.test(before) && !isHere.test(from.replace(inFull, ''))

/** Whether somebody learned is told to be here or gone: « Cabinet du Docteur Martin », « Halle Docteur Roux » are places. */
const tellsLearned = (words: string): boolean =>
  [...words.matchAll(learnedTitle)].some(({ 0: found, index }) => {
    const before = words.slice(0, index)
    return !atPlace.test(before) && (gone.test(before) || isHere.test(words.slice(index + found.length)))
  })

/** Whether these words name a person by a title. Nobody is known without one. */
export function namesSomeone(words: string): boolean {
  if (tellsLearned(words)) return true
  return [titled, ofParticle, bareM, small, holder].some((pattern) =>
    [...words.matchAll(pattern)].some(({ 0: found, index }) => {
      const before = words.slice(0, index)
      if (isWork(before, words.slice(index))) return false
      return !atPlace.test(before) && !(/^MM?\b(?!M)/.test(found) && lettered.test(before))
    }),
  )
}
