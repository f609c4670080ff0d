import { useState } from 'react'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import { useStartingFocus } from '../ui/startingFocus.ts'
import type { Motive, ReceptionActs } from './acts.ts'
import { PanelFoot, PanelForm } from './PanelForm.tsx'
import style from './Arrive.module.css'
import type { DoneAct } from './Done.tsx'
import { inOrder, motiveKey } from './motive.ts'
import { PickList } from './PickList.tsx'
import { Wait } from './Wait.tsx'

/** Titles are collected where the office says so; an office that says nothing collects them at any of its services. */
function titlesOf(motives: readonly Motive[]): readonly Motive[] {
  const collected = motives.filter(({ purpose }) => purpose === 'collection')
  return collected.length > 0 ? collected : inOrder(motives)
}

/** A title to collect: a ticket for it, or handed over at once at the entrance. */
export function Collect({
  motives,
  zone,
  open,
  printsTickets,
  acts,
  onDone,
}: {
  readonly motives: readonly Motive[]
  readonly zone: string
  readonly open: boolean
  readonly printsTickets: boolean
  readonly acts: Pick<ReceptionActs, 'take' | 'serve'>
  readonly onDone: (done: DoneAct) => void
}) {
  const titles = titlesOf(motives)
  const only = titles.length === 1 && titles[0] ? motiveKey(titles[0]) : null
  const [picked, setPicked] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const chosen = picked ?? only
  const motive = titles.find((each) => motiveKey(each) === chosen)
  const ready = open && motive !== undefined
  // The only title is chosen already: Enter gives its ticket.
  const act = useStartingFocus(ready && only !== null)

  const once = async (act: (motive: Motive) => Promise<DoneAct | null>) => {
    if (!motive || busy || !open) return
    setBusy(true)
    const done = await act(motive)
    setBusy(false)
    if (!done) return
    setPicked(null)
    onDone(done)
  }
  const ticket = () =>
    once(async ({ serviceId, procedureId, title }) => {
      const result = await acts.take({
        serviceId,
        ...(procedureId === null ? {} : { procedureId }),
        purpose: 'collection',
      })
      if ('error' in result) return null
      return { is: 'given', motive: title.fr, ticket: result.output, ahead: result.output.ahead }
    })
  const handOver = () =>
    once(async ({ serviceId, title }) => {
      const result = await acts.serve({ serviceId, outcome: 'handedOver', label: title.fr })
      return 'error' in result ? null : { is: 'handedOver', motive: title.fr, number: result.output.number }
    })
  useKeys({ F10: ready ? () => void handOver() : undefined }, { whileTyping: true })

  return (
    <PanelForm
      title={words.acts.titles.title}
      onAct={() => void ticket()}
      onCancel={() => setPicked(null)}
      foot={
        <PanelFoot
          act={act}
          label={printsTickets ? words.print : words.give}
          disabled={!ready}
          hint={open ? (motive ? motive.title.fr : words.chooseFirst) : words.dayClosed}
          onCancel={() => setPicked(null)}
        >
          <Button keyCap="F10" isDisabled={!ready} onPress={() => void handOver()}>
            {words.handOver}
          </Button>
        </PanelFoot>
      }
    >
      <p className={style.before}>{words.collectHelp}</p>
      <PickList
        label={words.choose}
        chosen={chosen}
        onChoose={(id) => {
          setPicked(id)
          act.current?.focus({ preventScroll: true })
        }}
        picks={titles.map((each) => ({
          id: motiveKey(each),
          title: each.title.fr,
          aside: <Wait motive={each} zone={zone} />,
        }))}
      />
    </PanelForm>
  )
}
