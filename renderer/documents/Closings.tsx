import { CircleCheck, CircleX } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Input, Output } from '../../shared/contract/index.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { closingFlaws } from '../../shared/messages/documents/verification.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import { Figure, Table } from '../ui/Table.tsx'
import { Button } from '../ui/Button.tsx'
import { Status } from '../ui/Status.tsx'

const words = papers.closings
type Read = Output<'document.closings'>
type Ask = (input: Input<'document.closings'>) => Promise<Result<Read>>

/** The journal's closings, the latest first, with their totals, and whether all of them hold. */
export function Closings({ onAsk }: { readonly onAsk: Ask }) {
  const [read, setRead] = useState<Read | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let here = true
    void onAsk({}).then((result) => {
      if (!here) return
      if ('output' in result) setRead(result.output)
      else setProblem(result.error.message)
    })
    return () => {
      here = false
    }
  }, [onAsk])
  const further = async () => {
    const last = read?.closings.at(-1)
    if (read === null || last === undefined) return
    const result = await onAsk({ before: last.seq })
    if ('error' in result) return setProblem(result.error.message)
    const { closings, more, flaw } = result.output
    setRead({ closings: [...read.closings, ...closings], more, flaw: read.flaw ?? flaw })
  }
  return (
    <div className={stack.apart}>
      <h2 className={lettering.heading}>{words.title}</h2>
      <p className={lettering.under}>{words.help}</p>
      <p role="status">{problem ?? (read === null ? words.reading : <Verdict {...read} />)}</p>
      {read !== null && read.closings.length > 0 && <ClosingTable closings={read.closings} />}
      {read?.more === true && (
        <Button size="dense" onPress={() => void further()}>
          {words.more}
        </Button>
      )}
    </div>
  )
}

function Verdict({ closings, flaw }: Pick<Read, 'closings' | 'flaw'>) {
  if (flaw !== null)
    return (
      <Status tone="stop" icon={<CircleX aria-hidden size={20} />}>
        {words.broken(words.named(flaw.name), closingFlaws[flaw.why])}
      </Status>
    )
  if (closings.length === 0) return words.none
  return (
    <Status tone="done" icon={<CircleCheck aria-hidden size={20} />}>
      {words.hold}
    </Status>
  )
}

const ClosingTable = ({ closings }: Pick<Read, 'closings'>) => (
  <Table
    caption={words.title}
    captionHidden
    columns={[
      { title: words.columns.period },
      { title: words.columns.count, figure: true },
      { title: words.columns.perpetual, figure: true },
      { title: words.columns.series },
      { title: words.columns.code },
    ]}
  >
    {closings.map(({ seq, name, count, perpetual, series, code }) => (
      <tr key={seq}>
        <th scope="row">{words.named(name)}</th>
        <Figure>{count}</Figure>
        <Figure>{perpetual}</Figure>
        <td>
          {series.length === 0
            ? words.noneIssued
            : series.map((one) => words.span(one.name, one.first, one.last)).join(', ')}
        </td>
        <td>{code}</td>
      </tr>
    ))}
  </Table>
)
