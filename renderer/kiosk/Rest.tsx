import { useLayoutEffect, useRef } from 'react'
import { directionOf, kiosk, kioskLanguages } from '../../shared/messages/public/kiosk.ts'
import { Qr } from '../ui/Qr.tsx'
import head from './Head.module.css'
import style from './Screen.module.css'
import { KioskButton } from './KioskButton.tsx'
import { motiveKey, type Motive } from './motive.ts'
import { Pictogram } from './pictograms.tsx'
import own from './Rest.module.css'
import { leafSize, restLeaf, useRested } from './resting.ts'
import { PieceIcon } from './PieceIcon.tsx'
import { Said } from './Said.tsx'
import { useVisit } from './visit.ts'
import { LanguageContext } from './words.ts'

/**
 * What a kiosk shows that nobody uses: what to bring, until when the office receives, and that a touch begins, in each
 * language in turn. Nothing moves: one leaf takes the place of another. The title has the focus and is no live region,
 * so that a screen reader reads what is there and is not called at each leaf.
 */
export function Rest({ onWake }: { readonly onWake: () => void }) {
  const { view, now, zone } = useVisit()
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => title.current?.focus(), [])
  const { language, motives } = restLeaf(view.motives, useRested(), leafSize())
  const words = kiosk[language]
  const { closesAt } = view
  return (
    <LanguageContext value={language}>
      <div className={style.screen} lang={language} dir={directionOf(language)}>
        <header className={head.head}>
          <span lang="fr" className={head.office}>
            {view.officeName}
          </span>
          <time className={head.time} dateTime={new Date(now).toISOString()}>
            {words.hour(now, zone)}
          </time>
        </header>
        <main className={style.main}>
          <h1 ref={title} tabIndex={-1} className={style.title}>
            {motives.length > 0 ? words.restTitle : words.choose}
          </h1>
          {closesAt !== null && (
            <p className={style.help}>
              {(view.lastTickets ? words.lastTickets : words.closesAt)(words.hour(closesAt, zone))}
            </p>
          )}
          <ul role="list" className={own.motives}>
            {motives.map((motive) => (
              <li key={motiveKey(motive)}>
                <h2 className={own.motive}>
                  <Pictogram of={motive} />
                  <span>
                    <Said>{motive.title}</Said>
                  </span>
                </h2>
                <RestPieces bring={motive.bring} />
              </li>
            ))}
          </ul>
          {view.hall !== null && (
            <section className={own.phone}>
              <Qr text={`${view.hall}&lang=${language}`} className={own.code} />
              <div>
                <h2 className={own.motive}>{words.phone}</h2>
                <p>{words.phoneHelp}</p>
              </div>
            </section>
          )}
        </main>
        <footer className={style.foot}>
          <KioskButton kind="primary" wide onPress={onWake}>
            {words.restStart}
          </KioskButton>
          <p className={own.languages}>
            {kioskLanguages.map((code) => (
              <span key={code} lang={code} dir={directionOf(code)}>
                {kiosk[code].language}
              </span>
            ))}
          </p>
        </footer>
      </div>
    </LanguageContext>
  )
}

/** What to bring for one procedure, each thing with what restricts it. */
export function RestPieces({ bring }: Pick<Motive, 'bring'>) {
  return (
    <ul role="list" className={own.pieces}>
      {bring.map(({ title, detail, icon }) => (
        <li key={title.fr} className={own.piece}>
          <PieceIcon name={icon} />
          <span>
            <Said>{title}</Said>
            {detail && (
              <span className={own.detail}>
                <Said>{detail}</Said>
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
