using System.Runtime.Versioning;

// Second engines, mounts and signals: what these tests do exists on Linux only.
[assembly: SupportedOSPlatform("linux")]
