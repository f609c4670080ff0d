import type { Paper } from '../../contract/documents/papers.ts'
import type { JobId, PrinterId } from '../../contract/ids.ts'
import type { Context, Decide, NewJob, Decisions } from '../decision.ts'
import { strangeLines } from '../law/names.ts'
import type { Office } from '../state.ts'

/** One paper for one printer, shown on the screen where it is a preview; nothing where the printer isn't there. */
export function printJob(
  { settings }: Office,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  printerId: PrinterId | null,
  title: string,
  paper: Paper,
): readonly NewJob[] {
  const printer = settings?.printers.find((known) => known.printerId === printerId)
  if (!printer) return []
  return [
    {
      jobId: newId() as JobId,
      printerId: printer.printerId,
      title,
      documentId: paper.of === 'document' ? paper.document.seal.documentId : null,
      paper,
      createdAt: now,
      state: printer.transport === 'preview' ? 'preview' : 'waiting',
    },
  ]
}

/** A page that shows accents, code pages and a ruler, to see what a printer does; its drawer and its cutter act too. */
const printTest: Decide<'print.test'> = (office, { printerId }, context) => {
  const { settings } = office
  if (settings === null) return { refusal: 'officeNotCreated' }
  const printer = settings.printers.find((known) => known.printerId === printerId)
  if (!printer) return { refusal: 'unknownPrinter' }
  const { drawer, cutter, codepages } = printer
  const jobs = printJob(office, context, printerId, 'Essai', {
    of: 'test',
    printer: printer.name,
    at: context.now,
    zone: settings.calendar.zone,
    officeName: settings.address.name,
    drawer: drawer !== undefined,
    ...(cutter ? { cutter } : {}),
    ...(codepages ? { codepages } : {}),
  })
  return { events: [], jobs, output: { jobId: jobs[0]!.jobId } }
}

/**
 * A label for an envelope, whose lines ask and refuse nothing, alone or read one after the other. Nothing is journaled: whom it
 * is for is personal, and goes with the job.
 */
const printLabel: Decide<'print.label'> = (office, { printerId, lines, reference }, context) => {
  const { settings, school } = office
  if (settings === null) return { refusal: 'officeNotCreated' }
  const speaking = strangeLines([...lines, lines.join(' '), reference])
  if (speaking) return speaking
  const { name, street, postalCode, city } = settings.address
  const [job] = printJob(office, context, printerId, 'Étiquette', {
    of: 'label',
    label: { lines, reference, sender: `${name}, ${street}, ${postalCode} ${city}`, school },
  })
  if (!job) return { refusal: 'unknownPrinter' }
  return { events: [], jobs: [job], output: { jobId: job.jobId } }
}

/** Each command of printing, and what decides it. */
export const printingDecisions = {
  'print.test': printTest,
  'print.label': printLabel,
} satisfies Decisions
