import { Camera, Clock, Euro, FileText, House, IdCard, Stamp, Users, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { KioskButton } from './KioskButton.tsx'
import style from './Bring.module.css'
import type { Motive } from './motive.ts'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { useWords } from './words.ts'

const icons: Readonly<Record<string, LucideIcon>> = {
  form: FileText,
  photo: Camera,
  card: IdCard,
  home: House,
  people: Users,
  stamp: Stamp,
  money: Euro,
}

/** Before the ticket: how many wait, how many counters are open, what to have; and the ticket, in all cases. */
export function Bring({
  motive,
  closesAt,
  head,
  onTake,
}: {
  readonly motive: Motive
  /** Written in the person's language; null when the closing is not known. */
  readonly closesAt: string | null
  readonly head: ReactNode
  readonly onTake: () => void
}) {
  const words = useWords()
  return (
    <Screen
      head={head}
      title={<Said>{motive.title}</Said>}
      foot={
        <KioskButton kind="primary" wide onPress={onTake}>
          {words.take}
        </KioskButton>
      }
    >
      <div className={style.columns}>
        <section className={style.wait}>
          <p className={style.figure}>
            {motive.waiting > 0 && <span className={style.number}>{motive.waiting}</span>}
            <span className={style.unit}>
              {motive.waiting === 0 ? words.nobodyBefore : words.waitingWords(motive.waiting)}
            </span>
          </p>
          {motive.openCounters > 0 ? (
            <p className={style.line}>{words.countersOpen(motive.openCounters)}</p>
          ) : (
            <p className={style.noCounter}>
              <Clock aria-hidden size={36} />
              <span>
                {words.noCounter}.<br />
                {words.takeAnyway}
              </span>
            </p>
          )}
          {closesAt !== null && <p className={style.line}>{words.closesAt(closesAt)}</p>}
        </section>
        {motive.bring.length === 0 ? (
          <p className={style.missing}>{words.nothingToBring}</p>
        ) : (
          <section>
            <h2 className={style.question}>{words.haveYou}</h2>
            <ul role="list" className={style.pieces}>
              {motive.bring.map(({ title, detail, icon }) => (
                <li key={title.fr}>
                  <PieceIcon name={icon} />
                  <span>
                    <span className={style.piece}>
                      <Said>{title}</Said>
                    </span>
                    {detail && (
                      <span className={style.detail}>
                        <Said>{detail}</Said>
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            <p className={style.missing}>{words.somethingMissing}</p>
          </section>
        )}
      </div>
    </Screen>
  )
}

function PieceIcon({ name }: { readonly name: string }) {
  const Icon = icons[name] ?? FileText
  return <Icon aria-hidden size={40} className={style.icon} />
}
