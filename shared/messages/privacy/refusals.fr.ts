import type { ErrorCode } from '../../contract/refusals.ts'

/** What is said of what is kept of people, and of the archives: what is the matter, then what to do. */
export const privacyRefusals = {
  unknownPerson:
    'Rien ne porte cette référence ni ce code dans l’office. Relisez le récépissé ou le ticket ; ce qui a été effacé ou éliminé ne se retrouve pas.',
  personLimited:
    'Cette personne a demandé que ses données soient gardées sans être utilisées : rien n’en est montré, imprimé, changé ni effacé. Ce qui est reçu, remis ou rendu se note toujours. L’administration peut lever la limitation, avec elle, dans « Droits d’une personne ».',
  keptTooShort:
    'Un texte fixe une durée plus longue pour cette nature. Donnez au moins la durée écrite sous elle.',
  slipWaiting:
    'Un bordereau attend déjà son visa ou son élimination. Menez-le à son terme, ou abandonnez-le, avant d’en établir un autre.',
  nothingOver:
    'Aucune archive n’est éliminable aujourd’hui. Attendez qu’une durée soit échue, ou relisez les durées.',
  nothingToTransfer:
    'Aucune archive n’est à verser aujourd’hui. Attendez qu’une durée soit échue, ou relisez ce que chaque nature devient au terme.',
  unknownSlip: 'Ce bordereau n’est plus en attente. Relisez la page.',
  visaMisdated:
    'La date du visa est avant celle du bordereau, ou après aujourd’hui. Relisez le bordereau signé.',
  unknownSlipLine: 'Ce bordereau n’a pas toutes ces lignes. Écrivez les numéros tels qu’ils y sont imprimés.',
  slipWithoutVisa:
    'Le visa des archives n’est pas encore enregistré : rien n’est éliminé ni versé sans lui. Faites signer le bordereau, puis enregistrez le visa.',
  slipOfTransfer:
    'Ce bordereau est un versement : ses lignes vont aux archives, rien n’en est éliminé. Enregistrez la prise en charge, ou abandonnez-le.',
  slipOfElimination:
    'Ce bordereau est une élimination : ses lignes ne sont pas versées. Menez-le à son terme, ou abandonnez-le et établissez un bordereau de versement.',
} as const satisfies Partial<Record<ErrorCode, string>>
