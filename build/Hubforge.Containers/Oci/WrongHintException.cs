namespace Hubforge.Containers.Oci;

/// <summary>A layer is not what a hint said; the archive is read again without hints.</summary>
public sealed class WrongHintException(string name) : Exception($"the hint for {name} is wrong");
