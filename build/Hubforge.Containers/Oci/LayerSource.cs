using System.Runtime.CompilerServices;

namespace Hubforge.Containers.Oci;

/// <summary>The bytes of a layer, of which the first were read already.</summary>
internal sealed class LayerSource(ReadOnlyMemory<byte> head, Stream rest, int bufferSize)
{
    /// <summary>Yields the bytes in parts; each is valid until the next one is asked for.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        yield return head;
        var buffer = new byte[bufferSize];
        int read;
        while ((read = await rest.ReadAsync(buffer, cancellationToken)) > 0)
        {
            yield return buffer.AsMemory(0, read);
        }
    }
}
