using Hubforge.Primitives;

namespace Hubforge.Missions.Locks;

/// <summary>Exchanges two folders in one step; returns false when the system cannot.</summary>
internal delegate bool FolderExchange(AbsolutePath one, AbsolutePath other);
