import { useState } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { PrinterNow } from '../../shared/contract/printing/calls.ts'
import { printing } from '../../shared/messages/printing/printing.fr.ts'
import { Acts } from '../ui/Acts.tsx'
import { Form } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { PrintingActs } from './acts.ts'
import style from './Printing.module.css'

const words = printing.envelope

/** As the contract takes them. */
const longest = { lines: 7, line: 60, reference: 40 }

/** The label of an envelope: typed here, printed, kept nowhere. */
export function EnvelopeLabel({
  printers,
  onPrint,
}: {
  readonly printers: readonly PrinterNow[]
  readonly onPrint: PrintingActs['label']
}) {
  const [text, setText] = useState('')
  const [reference, setReference] = useState('')
  const [chosen, setChosen] = useState<PrinterNow['printerId'] | null>(null)
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState(false)
  const printerId = printers.some((printer) => printer.printerId === chosen)
    ? chosen
    : (printers[0]?.printerId ?? null)
  if (printerId === null) return null

  const lines = text.split('\n').flatMap((line) => (wordsIn(line) === '' ? [] : [wordsIn(line)]))
  const right =
    lines.length >= 1 && lines.length <= longest.lines && lines.every((line) => line.length <= longest.line)
  const short = wordsIn(reference).length <= longest.reference
  const print = async () => {
    setTried(true)
    setSent(false)
    if (!right || !short) return
    if (!(await onPrint({ printerId, lines, reference: wordsIn(reference) || null }))) return
    setText('')
    setReference('')
    setTried(false)
    setSent(true)
  }
  return (
    <Form aria-label={words.title} className={style.form} onSend={print}>
      <h2 className={style.title}>{words.title}</h2>
      <p className={style.small}>{words.help}</p>
      <Field
        label={words.lines}
        detail={words.linesHelp}
        lines={5}
        value={text}
        error={tried && !right ? words.wrong : undefined}
        onChange={setText}
      />
      <Field
        label={words.reference}
        value={reference}
        error={tried && !short ? words.wrongReference : undefined}
        onChange={setReference}
      />
      <Select
        label={words.printer}
        value={printerId}
        options={printers.map((printer) => ({ value: printer.printerId, title: printer.name }))}
        onChange={setChosen}
      />
      <Acts>
        <Button type="submit">{words.print}</Button>
        <span role="status" className={style.small}>
          {sent ? words.sent : ''}
        </span>
      </Acts>
    </Form>
  )
}
