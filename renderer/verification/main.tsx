import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { VerificationPage } from './VerificationPage.tsx'

/** The key that the host put in the page; none in a page that is for every office. */
const own = document.querySelector<HTMLMetaElement>('meta[name="guichet-key"]')?.content ?? ''

const root = document.querySelector('#page')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <VerificationPage ownKey={own === '' ? null : own} />
    </StrictMode>,
  )
}
