using Hubforge.EndToEnd.Machine;

namespace Hubforge.EndToEnd.Engines;

/// <summary>
/// A network bridge for a second engine. Without one of its own it would take that of the first, and an engine that is told to have none
/// (<c>--bridge=none</c>) deletes <c>docker0</c>, which cuts off every container of the first.
/// </summary>
internal sealed class TestBridge : IAsyncDisposable
{
    // From the range that is reserved for tests of networks (RFC 2544), so that it meets no real one.
    private static int s_next = Random.Shared.Next(100);

    private TestBridge(string name) => Name = name;

    public string Name { get; }

    public static async Task<TestBridge> CreateAsync(CancellationToken cancellationToken)
    {
        Programs.Require("ip", "iproute2");
        var bridge = new TestBridge($"hfe{Guid.NewGuid():N}"[..12]);
        await Programs.ReadAsync(
            "ip",
            ["link", "add", "name", bridge.Name, "type", "bridge"],
            cancellationToken
        );
        await Programs.ReadAsync(
            "ip",
            [
                "address",
                "add",
                $"198.18.{Interlocked.Increment(ref s_next)}.1/24",
                "dev",
                bridge.Name,
            ],
            cancellationToken
        );
        await Programs.ReadAsync("ip", ["link", "set", bridge.Name, "up"], cancellationToken);
        return bridge;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() =>
        await Programs.ReadAsync("ip", ["link", "delete", Name], CancellationToken.None);
}
