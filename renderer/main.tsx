import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App, linkFor } from './app/App.tsx'
import { pages } from '../shared/contract/stations.ts'
import { fetchPage } from './app/pages.ts'
import { readPlace } from './link/place.ts'

// zod probes `eval` to compile its checks: the pages' policy forbids it, and each page would log a violation.
z.config({ jitless: true })

const place = readPlace()
// One link for the page's whole life, made outside React: it closes with the page.
const link = place.station === null || pages[place.station].withoutHost ? null : linkFor(place)
// Read while the page looks for its host; what fails here fails again when the page is drawn, and is said there.
if (place.station !== null) fetchPage(place.station).catch(() => undefined)

const root = document.querySelector('#page')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App place={place} link={link} />
    </StrictMode>,
  )
}
