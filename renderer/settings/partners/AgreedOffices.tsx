import { useState } from 'react'
import type { AgreedOffice } from '../../../shared/contract/partners/agreed.ts'
import type { PartnerId } from '../../../shared/contract/partners/calls.ts'
import { agreedWords as words } from '../../../shared/messages/partners/agreed.fr.ts'
import { useLink, useRead } from '../../link/hooks.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import stack from '../../ui/Stack.module.css'
import { Row, Rows } from '../../ui/Rows.tsx'
import { AgreedForm } from './AgreedForm.tsx'
import style from '../../partners/Partners.module.css'

type Said = { readonly lines: readonly string[]; readonly refused: boolean }

/** The offices with which this one works: each set here, and asked what it agreed to. */
export function AgreedOffices() {
  const link = useLink()
  const { shown, wrong, reload } = useRead('partners.agreed', {})
  const [editing, setEditing] = useState<AgreedOffice | 'new' | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const tell = (line: string, refused = false) => setSaid({ lines: [line], refused })
  const tryIt = async ({ partnerId, places, figures }: AgreedOffice) => {
    if (!places && !figures) return tell(words.nothing)
    tell(words.trying)
    const result = await link.act('partners.try', { partnerId })
    if ('error' in result) return tell(result.error.message, true)
    const { answers } = result.output
    setSaid({ lines: answers.map(words.answer), refused: answers.some(({ is }) => is !== 'works') })
  }
  const remove = async (partnerId: PartnerId, name: string) => {
    const result = await link.act('partners.remove', { partnerId })
    tell('error' in result ? result.error.message : words.removed(name), 'error' in result)
    reload()
  }
  return (
    <Group title={words.title} className={stack.near}>
      <p className={style.help}>{words.help}</p>
      {wrong !== null && <p role="alert">{wrong}</p>}
      {shown?.offices.length === 0 && <p className={style.help}>{words.none}</p>}
      {shown && shown.offices.length > 0 && (
        <Rows label={words.title}>
          {shown.offices.map((office) => (
            <Row key={office.partnerId}>
              <div className={style.what}>
                <p className={style.strong}>{office.name}</p>
                <p className={style.help}>
                  {office.url} · {words.does(office.places, office.figures)}
                </p>
              </div>
              <Button size="dense" aria-label={words.tryFor(office.name)} onPress={() => void tryIt(office)}>
                {words.try}
              </Button>
              <Button
                size="dense"
                aria-label={words.changeFor(office.name)}
                onPress={() => {
                  setSaid(null)
                  setEditing(office)
                }}
              >
                {words.change}
              </Button>
              <Button
                size="dense"
                aria-label={words.removeFor(office.name)}
                onPress={() => void remove(office.partnerId, office.name)}
              >
                {words.remove}
              </Button>
            </Row>
          ))}
        </Rows>
      )}
      <div role={said?.refused ? 'alert' : 'status'} className={style.said}>
        {said?.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {editing === null ? (
        <Acts>
          <Button
            onPress={() => {
              setSaid(null)
              setEditing('new')
            }}
          >
            {words.add}
          </Button>
        </Acts>
      ) : (
        <AgreedForm
          key={editing === 'new' ? 'new' : editing.partnerId}
          office={editing === 'new' ? null : editing}
          taken={(shown?.offices ?? []).map(({ partnerId }) => partnerId)}
          onSet={async (office, token) => {
            const result = await link.act('partners.set', {
              office,
              ...(token === '' ? {} : { token }),
            })
            if ('error' in result) return tell(result.error.message, true)
            tell(words.saved(office.name))
            setEditing(null)
            reload()
          }}
          onCancel={() => setEditing(null)}
        />
      )}
    </Group>
  )
}
