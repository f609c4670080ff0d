import { useEffect, useState } from 'react'
import type { ServiceId } from '../../shared/contract/ids.ts'
import type { CounterNow } from '../../shared/contract/queue/waiting.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Choices } from '../app/Choice.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Acts } from './Acts.tsx'
import { useAct } from './acts.ts'
import { counterNow, namesOf, type Names, type Present } from './names.ts'
import { useEscape } from '../ui/escape.ts'
import lettering from '../ui/Lettering.module.css'
import style from './Supervision.module.css'
import { Panel, Table } from '../ui/Table.tsx'

const words = supervision.counters

/** What each counter does and for which services, by number: nobody is named, timed or ranked. Skills change here. */
export function CounterTable({ view }: { readonly view: Present }) {
  const names = namesOf(view)
  const { reception } = view
  const receptionCounts = [
    words.information(reception.information),
    words.telephone(reception.telephone),
    words.interruptions(reception.interruptions),
  ]
  return (
    <Panel title={words.title}>
      <Table
        caption={words.title}
        captionHidden
        columns={[
          { title: words.columns.counter },
          { title: words.columns.now },
          { title: words.columns.services },
        ]}
      >
        {view.counters.map((counter) => (
          <tr key={counter.counterId}>
            <th scope="row" className={style.name}>
              {counter.name.fr}
            </th>
            <td className={counter.open ? undefined : style.closed}>
              {counterNow(counter)}
              {counter.pause && counter.pause.until !== null && (
                <span className={lettering.under}>{words.until(hour(counter.pause.until, view.zone))}</span>
              )}
            </td>
            <td className={classes(lettering.small, style.skills)}>
              <Skills counter={counter} names={names} />
            </td>
          </tr>
        ))}
      </Table>
      <p className={lettering.note}>
        <strong>{words.reception}</strong> {receptionCounts.join(' · ')}
      </p>
    </Panel>
  )
}

/** The services that a counter receives today, changed within what its agent can do. */
function Skills({ counter, names }: { readonly counter: CounterNow; readonly names: Names }) {
  const act = useAct()
  const { counterId, services, able, open } = counter
  const list = services.map(names.service).join(', ')
  if (!open) return supervision.none
  const possible = [...new Set([...services, ...able])]
  return (
    <>
      {list || words.none}
      {possible.length > 1 && (
        <Acts
          size="dense"
          acts={[
            {
              label: words.change,
              name: words.changeFor(counter.name.fr),
              form: (close) => (
                <SkillsForm
                  label={words.receives(counter.name.fr)}
                  possible={possible}
                  services={services}
                  names={names}
                  onCancel={close}
                  onApply={(chosen) => {
                    close()
                    void act('counter.skills', { counterId, services: chosen && [...chosen] })
                  }}
                />
              ),
            },
          ]}
        />
      )}
    </>
  )
}

function SkillsForm({
  label,
  possible,
  services,
  names,
  onApply,
  onCancel,
}: {
  readonly label: string
  readonly possible: readonly ServiceId[]
  readonly services: readonly ServiceId[]
  readonly names: Names
  readonly onApply: (services: readonly ServiceId[] | null) => void
  readonly onCancel: () => void
}) {
  const [chosen, setChosen] = useState<readonly ServiceId[]>(services)
  const form = useEscape<HTMLFormElement>(onCancel)
  useEffect(() => form.current?.querySelector('input')?.focus(), [form])
  return (
    <form
      ref={form}
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.length > 0) onApply(chosen)
      }}
    >
      <Choices
        label={label}
        values={chosen}
        onChange={setChosen}
        options={possible.map((value) => ({ value, title: names.service(value) }))}
      />
      {chosen.length === 0 && <p className={lettering.wrong}>{words.atLeastOne}</p>}
      <div className={style.row}>
        <Button type="submit" kind="primary" size="dense" isDisabled={chosen.length === 0}>
          {words.apply}
        </Button>
        <Button size="dense" onPress={() => onApply(null)}>
          {words.all}
        </Button>
        <Button kind="quiet" size="dense" onPress={onCancel}>
          {supervision.decide.cancel}
        </Button>
      </div>
    </form>
  )
}
