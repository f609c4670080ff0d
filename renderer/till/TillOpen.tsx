import { useState } from 'react'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import type { ProductId, TillMeans } from '../../shared/contract/till/books.ts'
import { tillPage as words } from '../../shared/messages/till/page.fr.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { pieceKeys } from '../ui/pieceKeys.ts'
import { Column } from '../ui/Column.tsx'
import { FunctionKeys, type FunctionKey } from '../ui/FunctionKeys.tsx'
import { useKeys } from '../ui/keys.ts'
import { Notices } from '../ui/Notices.tsx'
import {
  paying,
  type Agents,
  type Done,
  type Paid,
  type Panel,
  type TillActs,
  type TillView,
} from './acts.ts'
import { useEnterOutside } from './enter.ts'
import { Pay } from './Pay.tsx'
import { askedOf, dueOf, nothingPaid, paymentWrong, withOneLess, withOneMore } from './payment.ts'
import { Products } from './Products.tsx'
import { Proposed, proposedNow, withPaid } from './Proposed.tsx'
import { Side } from './Side.tsx'
import { TillPanel } from './TillPanel.tsx'
import style from './Till.module.css'

const leaveField = () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** The open till: products and acts by their letters, means by their figures, at places that never move; Enter collects. */
export function TillOpen({
  view,
  agents,
  acts,
}: {
  readonly view: TillView
  readonly agents: Agents
  readonly acts: TillActs
}) {
  const [panel, setPanel] = useState<Panel>(paying)
  const [payment, setPayment] = useState(nothingPaid)
  const [done, setDone] = useState<Done | null>(null)
  const [paid, setPaid] = useState<readonly Paid[]>([])
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** How many times a means was chosen: its field takes the focus each time. */
  const [meansAsked, setMeansAsked] = useState(0)

  const pays = panel.is === 'pay'
  const open = (next: Panel) => {
    leaveField()
    setPanel(next)
  }
  const finish = (what: Done) => {
    setDone(what)
    setPaid((before) => withPaid(before, what))
    setPanel(paying)
  }
  const change = (next: typeof payment) => {
    // What was sent is not changed under the host's hand.
    if (busy) return
    setDone(null)
    setRefused(null)
    setPayment(next)
  }
  const add = (productId: ProductId) => {
    const product = view.products.find((known) => known.productId === productId)
    if (product === undefined || product.tariff === null) return
    if (product.by === 'stamp') return open({ is: 'stamp', product: productId })
    setPanel(paying)
    change(withOneMore(payment, productId))
  }
  const choose = (means: TillMeans) => {
    if (payment.lines.length === 0 || busy) return
    change({ ...payment, means, given: means === payment.means ? payment.given : '' })
    setMeansAsked((times) => times + 1)
  }
  const send = async () => {
    if (busy) return
    const wrong = paymentWrong(view, payment)
    setRefused(wrong)
    if (wrong !== null) return
    setBusy(true)
    const asked = askedOf(view, payment)
    const { corrects } = payment
    const { received } = view
    const answer =
      corrects === null
        ? await acts.collect(asked)
        : await acts.correct({ number: corrects.number, reason: corrects.reason, instead: asked })
    setBusy(false)
    if ('error' in answer) return setRefused(answer.error.message)
    const { output } = answer
    const entry = 'instead' in output ? output.instead : output
    if (entry !== null)
      finish({
        is: 'paid',
        number: entry.number,
        products: payment.lines.map(({ productId }) => productId),
        received,
        corrects: corrects?.number ?? null,
        due: entry.due,
        change: entry.change,
        back: 'instead' in output ? output.back : null,
        paper: entry.document,
      })
    setPayment(nothingPaid)
    leaveField()
  }

  const last = payment.lines.length - 1
  const due = dueOf(view, payment)
  /** Puts the keyboard in the last line's quantity, or in its exemption. */
  const reach = (part: 'quantity' | 'exemption') => {
    const fields = document.querySelectorAll<HTMLElement>(`[data-${part}] :is(input, select)`)
    const field = fields.item(fields.length - 1)
    field.focus()
    if (field instanceof HTMLInputElement) field.select()
  }
  const remittance = view.due.remittance
  const keys: readonly FunctionKey[] = [
    {
      key: 'X',
      code: 'KeyX',
      share: 100,
      label: words.keys.clear,
      applies: !busy && (payment.lines.length > 0 || done !== null),
      onPress: () => {
        open(paying)
        change(nothingPaid)
      },
    },
    {
      key: 'N',
      code: 'KeyN',
      share: 110,
      label: words.keys.quantity,
      applies: pays && last >= 0 && !busy,
      onPress: () => reach('quantity'),
    },
    {
      key: 'D',
      code: 'KeyD',
      share: 140,
      label: words.keys.exemption,
      applies: pays && last >= 0 && view.exemptions.length > 0 && !busy,
      onPress: () => reach('exemption'),
    },
    {
      key: 'I',
      code: 'KeyI',
      share: 106,
      label: words.keys.stamp,
      applies: !busy && view.products.some(({ by }) => by === 'stamp'),
      onPress: () => open({ is: 'stamp', product: null }),
    },
    {
      key: 'C',
      code: 'KeyC',
      share: 114,
      label: words.keys.count,
      applies: !busy,
      onPress: () => open({ is: 'count' }),
    },
    {
      key: 'V',
      code: 'KeyV',
      share: 104,
      label: words.keys.remit,
      applies: !busy && Object.values(remittance.moves).some((cents) => cents !== 0),
      onPress: () => open({ is: 'remit' }),
    },
    {
      key: 'J',
      code: 'KeyJ',
      share: 114,
      label: words.keys.correct,
      applies: !busy,
      onPress: () => open({ is: 'entry', number: null }),
    },
    {
      key: words.enter,
      share: 130,
      label: due === 0 && last >= 0 ? words.keys.record : words.keys.collect,
      applies: pays && last >= 0 && !busy,
      primary: true,
      onPress: () => void send(),
    },
    {
      key: 'L',
      code: 'KeyL',
      share: 150,
      label: words.keys.close,
      applies: !busy,
      onPress: () => open({ is: 'close' }),
    },
  ]
  useKeys(
    {
      Escape: () => {
        leaveField()
        setPanel(paying)
      },
    },
    { whileTyping: true },
  )
  useKeys(
    Object.fromEntries(
      keys.flatMap(({ code, applies, onPress }) => (code && applies ? [[code, onPress]] : [])),
    ),
  )
  // Enter collects wherever the keyboard is, but on a button, which it presses.
  useEnterOutside(pays && last >= 0 && !busy ? () => void send() : undefined)
  const products = proposedNow(view, paid)
  const proposed = <Proposed products={products} onAdd={add} />
  useKeys({
    ...Object.fromEntries(
      pieceKeys.slice(0, view.products.length).map(({ code }, at) => {
        const product = view.products[at]
        return [code, product && !busy ? () => add(product.productId) : undefined]
      }),
    ),
    ...(pays && due > 0
      ? Object.fromEntries(view.means.map((means, at) => [`Digit${at + 1}`, () => choose(means)]))
      : {}),
    KeyP: pays
      ? last >= 0
        ? () => document.querySelector<HTMLInputElement>('[data-payer] input')?.focus()
        : products[0] && (() => add(products[0]!.productId))
      : undefined,
    Backspace: pays && last >= 0 && !busy ? () => change(withOneLess(payment, last)) : undefined,
  })

  return (
    <>
      <main aria-label={words.title} className={style.three}>
        <Column label={words.products.column}>
          <Boundary name={words.products.title}>
            <Products view={view} isDisabled={busy} onAdd={add} />
          </Boundary>
        </Column>
        <Column label={words.pay.title}>
          <div className={style.inner}>
            <Boundary key={panel.is} name={words.pay.title}>
              <TillPanel
                view={view}
                agents={agents}
                acts={acts}
                panel={panel}
                done={done}
                proposed={proposed}
                onPanel={open}
                onDone={finish}
                onInstead={change}
              >
                <Pay
                  view={view}
                  payment={payment}
                  busy={busy}
                  refused={refused}
                  meansAsked={meansAsked}
                  proposed={proposed}
                  onChange={change}
                  onMeans={choose}
                  onSend={() => void send()}
                />
              </TillPanel>
            </Boundary>
          </div>
        </Column>
        <Column label={words.side.title} raised>
          <Boundary name={words.side.title}>
            <Side view={view} agents={agents} onEntry={(number) => open({ is: 'entry', number })} />
          </Boundary>
        </Column>
      </main>
      <footer aria-label={words.keysLabel}>
        <Notices dismiss={appWords.dismiss} inPlace />
        <FunctionKeys keys={keys} label={words.keysLabel} range={counterWords.keysRange} />
      </footer>
    </>
  )
}
