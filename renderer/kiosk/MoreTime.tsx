import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { moveByArrows } from './arrows.ts'
import { KioskButton } from './KioskButton.tsx'
import kiosk from './Kiosk.module.css'
import screen from './Screen.module.css'
import style from './MoreTime.module.css'
import { useWords } from './words.ts'

/** Asked before the screen goes back by itself: the only question that comes over another one. */
export function MoreTime({
  left,
  lang,
  onStay,
  onDone,
}: {
  /** Seconds. */
  readonly left: number
  readonly lang: string
  readonly onStay: () => void
  readonly onDone: () => void
}) {
  const words = useWords()
  return (
    <ModalOverlay isOpen className={`${kiosk.kiosk!} ${style.veil!}`} onOpenChange={onStay}>
      <Modal className={style.box!}>
        <Dialog role="alertdialog" className={style.middle!}>
          {/* The count is drawn each second but not said each second. */}
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
          <div lang={lang} className={style.middle} onKeyDown={moveByArrows}>
            <Heading slot="title" level={2} className={screen.title!}>
              {words.moreTime}
            </Heading>
            <p>{words.moreTimeHelp(left)}</p>
            <div className={`${screen.acts!} ${style.acts!}`}>
              <KioskButton kind="primary" wide onPress={onStay} autoFocus>
                {words.moreTimeYes}
              </KioskButton>
              <KioskButton wide onPress={onDone}>
                {words.moreTimeNo}
              </KioskButton>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
