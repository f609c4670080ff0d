type Meaning = (raw: string) => string | undefined

const among =
  (table: Readonly<Record<string, string>>): Meaning =>
  (raw) =>
    Object.hasOwn(table, raw) ? table[raw] : undefined

const counted =
  (shape: RegExp, base: number, said: (count: number) => string): Meaning =>
  (raw) =>
    shape.test(raw) ? said(Number.parseInt(raw, base)) : undefined

const points = counted(/^[0-9A-Z]$/, 36, (count) => `${count} point${count > 1 ? 's' : ''}`)

/** Values that stand for something else than themselves, by identifier (ANTS, 2D-Doc v3.2.6, §7, §13). */
export const meanings: Readonly<Record<string, Meaning>> = {
  '09': counted(/^[0-9]{4}$/, 10, String),
  '5T': among({ 0: 'CDD', 1: 'CDI', 2: 'CTT', 3: 'CAP' }),
  // A passport or a visa may have a second letter, at the State's discretion.
  '65': (raw) =>
    among({
      ID: 'Carte d’identité',
      IR: 'Titre de séjour',
      V: 'Visa',
      D: 'Permis de conduire',
      P: 'Passeport',
    })(/^[PV]/.test(raw) ? raw.charAt(0) : raw.trimEnd()),
  '6J': among({
    1: 'Attestation de dépôt d’une demande de titre de séjour',
    2: 'Attestation de prolongation d’instruction d’une demande de titre de séjour',
    3: 'Attestation favorable de décision d’une demande de titre de séjour',
    4: 'Attestation de dépôt d’un document de circulation pour étranger mineur',
    5: 'Document de circulation pour étranger mineur',
  }),
  '7D': among({
    O: 'Pas de mise en bière',
    S: 'Mise en bière dans un cercueil simple',
    H: 'Mise en bière dans un cercueil hermétique',
  }),
  '7H': counted(/^[0-9A-F]{2}$/, 16, (hours) => `${hours} heures`),
  A7: counted(/^[0-9A-F]{3}$/, 16, (grams) => `${grams} g/km`),
  AF: points,
  AG: points,
  AT: among({ 1: 'Personne physique', 2: 'Personne morale' }),
  BA: among({
    0: 'Aucune',
    1: 'Passable',
    2: 'Assez bien',
    3: 'Bien',
    4: 'Très bien',
    5: 'Très honorable',
    6: 'Félicitations du jury',
  }),
  BD: among({ 4: 'Niveau 4 (baccalauréat)', 5: 'Niveau 5', 6: 'Niveau 6', 7: 'Niveau 7', 8: 'Niveau 8' }),
  BF: counted(/^[0-9A-F]{3}$/, 16, (year) => `${year - 1}-${year}`),
  BG: among({
    BR: 'Brevet des collèges',
    CA: 'Certificat d’aptitude professionnelle (CAP)',
    BE: 'Brevet d’études professionnelles (BEP)',
    BA: 'Baccalauréat général',
    BP: 'Baccalauréat professionnel',
    BS: 'Baccalauréat technologique',
    BT: 'Brevet de technicien supérieur (BTS)',
    DU: 'Diplôme universitaire de technologie (DUT)',
    LC: 'Licence',
    LP: 'Licence professionnelle',
    DE: 'Diplôme européen d’études supérieures (DEES)',
    MA: 'Master',
    MB: 'Maîtrise en administration des affaires (MBA)',
    IN: 'Diplôme d’ingénieur',
    DR: 'Doctorat',
  }),
  D8: counted(/^[0-9]{2}$/, 10, (months) => `${months} mois`),
  E4: among({
    RII: 'Relevé d’information intégral',
    RIR: 'Relevé d’information restreint',
    RRP: 'Relevé de reconstitution du capital',
    APC: 'Attestation de permis de conduire',
  }),
  E5: (raw) => licenceStates[Number(raw) - 1],
  F5: among({ P: 'Positif', N: 'Négatif', I: 'Indéterminé', X: 'Prélèvement non conforme' }),
  G0: among({ PN: 'Procédure normale', PA: 'Procédure accélérée', PD: 'Procédure Dublin' }),
  G1: among({
    KO: 'Aucune orientation régionale',
    AR: 'Auvergne-Rhône-Alpes',
    BF: 'Bourgogne-Franche-Comté',
    BR: 'Bretagne',
    CV: 'Centre-Val de Loire',
    GE: 'Grand Est',
    HF: 'Hauts-de-France',
    IF: 'Île-de-France',
    NO: 'Normandie',
    NA: 'Nouvelle-Aquitaine',
    OC: 'Occitanie',
    PL: 'Pays de la Loire',
    PA: 'Provence-Alpes-Côte d’Azur',
  }),
}

/** States of a driving licence, 01 to 50 (§13). */
const licenceStates: readonly string[] = [
  'À authentifier',
  'Annulé (administratif)',
  'Annulé (judiciaire)',
  'Annulé (médical)',
  'Aucun droit',
  'Contrôle impossible',
  'Décédé',
  'Demandé',
  'Demande de duplicata',
  'Interdit de conduire tous véhicules',
  'Interdit d’obtenir',
  'Interdit de solliciter',
  'Invalide',
  'Non authentifié',
  'Échangé (COM), solde nul',
  'Échangé (COM), à authentifier',
  'Échangé (COM), annulé (judiciaire)',
  'Échangé (COM), annulé (médical)',
  'Échangé (COM), aucun droit',
  'Échangé (COM), demandé',
  'Échangé (COM), interdit d’obtenir',
  'Échangé (COM), invalide',
  'Échangé (COM), suspendu',
  'Échangé (COM), suspendu (médical)',
  'Échangé (COM), valide',
  'Échangé, interdit d’obtenir',
  'Échangé, solde nul',
  'Échangé, à authentifier',
  'Échangé, annulé (judiciaire)',
  'Échangé, annulé (médical)',
  'Échangé, aucun droit',
  'Échangé, interdit de solliciter',
  'Échangé, invalide',
  'Échangé, suspendu',
  'Échangé, suspendu (médical)',
  'Échangé, valide',
  'Permis de l’Union européenne annulé (administratif)',
  'Permis de l’Union européenne annulé (judiciaire)',
  'Permis de l’Union européenne à échanger',
  'Permis de l’Union européenne invalide',
  'Permis de l’Union européenne valide',
  'Échangé (COM), interdit de conduire',
  'Échangé (COM), interdit de solliciter',
  'Échangé (COM), annulé (administratif)',
  'Échangé, annulé (administratif)',
  'Échangé, interdit de conduire',
  'Suspendu',
  'Suspendu (médical)',
  'Titre falsifié',
  'Valide',
]
