// Exit codes: 0 printed · 2 no such printer · 3 the spooler refuses · 4 paused · 5 no paper · 6 cover open ·
// 7 offline · 8 doesn't move. From 4 on the job was taken back from the spooler.
// winspool.drv's own calls (OpenPrinter, StartDocPrinter with the datatype RAW, WritePrinter), since no command of
// PowerShell sends bytes untouched; then Get-PrintJob, which Windows has since 8.1, tells how the job goes.
const script = String.raw`
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
public static class Spooler {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public struct DocInfo { public string Name; public string Output; public string Datatype; }
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinter(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern int StartDocPrinter(IntPtr printer, int level, ref DocInfo info);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool StartPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool EndPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool ClosePrinter(IntPtr printer);
  // The job's number; 0 when there is no such printer, -1 when the spooler refuses.
  public static int Send(string name, string title, byte[] bytes) {
    IntPtr printer;
    if (!OpenPrinter(name, out printer, IntPtr.Zero)) return 0;
    try {
      DocInfo info = new DocInfo();
      info.Name = title;
      info.Datatype = "RAW";
      int job = StartDocPrinter(printer, 1, ref info);
      if (job <= 0) return -1;
      int written = 0;
      bool sent = StartPagePrinter(printer) && WritePrinter(printer, bytes, bytes.Length, out written)
        && written == bytes.Length && EndPagePrinter(printer);
      return EndDocPrinter(printer) && sent ? job : -1;
    } finally { ClosePrinter(printer); }
  }
}
'@
$name = $env:GUICHET_PRINTER
$bytes = [IO.File]::ReadAllBytes($env:GUICHET_FILE)
$job = [Spooler]::Send($name, $env:GUICHET_TITLE, $bytes)
if ($job -eq 0) { exit 2 }
if ($job -lt 0) { exit 3 }
$until = (Get-Date).AddMilliseconds([int]$env:GUICHET_PATIENCE)
while ($true) {
  $at = Get-PrintJob -PrinterName $name -ID $job -ErrorAction SilentlyContinue
  if (-not $at) { exit 0 }
  $state = [string]$at.JobStatus
  if ($state -match 'Printed|Complete') { exit 0 }
  if ((Get-Date) -gt $until) { break }
  Start-Sleep -Milliseconds 300
}
$printer = [string](Get-Printer -Name $name).PrinterStatus
Remove-PrintJob -PrinterName $name -ID $job -ErrorAction SilentlyContinue
if ($printer -match 'Paused' -or $state -match 'Paused') { exit 4 }
if ($printer -match 'PaperOut' -or $state -match 'PaperOut') { exit 5 }
if ($printer -match 'DoorOpen') { exit 6 }
if ($printer -match 'Offline' -or $state -match 'Offline') { exit 7 }
exit 8
`

/** The script as `-EncodedCommand` wants it: base64 of UTF-16LE, so that no shell reads a character of it. */
export const spoolerScript = Buffer.from(script, 'utf16le').toString('base64')
