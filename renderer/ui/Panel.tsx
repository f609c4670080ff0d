import { useEffect, useRef, type ReactNode, type Ref } from 'react'
import { Button } from './Button.tsx'
import { Card } from './Card.tsx'
import { Prose } from './Prose.tsx'
import style from './Panel.module.css'

/** How a panel is left. */
export type Leaving = {
  /** The act's word: « Fermer ». */
  readonly leave: string
  readonly onLeave: () => void
}

/** The title of a panel, and the key that leaves it; without `leaving`, it stays open. */
export const PanelHead = ({
  title,
  titleRef,
  leaving,
}: {
  readonly title: string
  /** For who puts the focus on what has opened. */
  readonly titleRef?: Ref<HTMLHeadingElement>
  readonly leaving: Leaving | undefined
}) => (
  <div className={style.head}>
    <h3 ref={titleRef} {...(titleRef === undefined ? {} : { tabIndex: -1 })} className={style.title}>
      {title}
    </h3>
    {leaving && (
      <Button kind="quiet" size="dense" keyCap="Échap" onPress={leaving.onLeave}>
        {leaving.leave}
      </Button>
    )}
  </div>
)

type Content = {
  readonly title: string
  readonly help?: string
  readonly leaving: Leaving | undefined
  readonly children: ReactNode
}

/** What a panel holds: its head, what it does, what it asks. */
export const PanelCard = ({ title, help, leaving, children }: Content) => (
  <Card label={title} className={style.panel}>
    <PanelHead title={title} leaving={leaving} />
    {help !== undefined && (
      <p className={style.help}>
        <Prose>{help}</Prose>
      </p>
    )}
    {children}
  </Card>
)

/** A panel that opens in its own place, never over the page. */
export function Panel(content: Content) {
  const place = useRef<HTMLDivElement>(null)
  // Opened by its key on an enlarged page, it may be out of sight.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={place} className={style.place}>
      <PanelCard {...content} />
    </div>
  )
}
