using System.Globalization;
using System.Net;
using Hubforge.Containers.Engine;
using Hubforge.Processes;

namespace Hubforge.Containers.Running;

/// <summary>The containers of an engine.</summary>
public sealed class EngineContainers
{
    private readonly EngineConnection _connection;

    internal EngineContainers(EngineConnection connection) => _connection = connection;

    /// <summary>Makes a container and returns its id; it does not run yet. Equivalent: <c>docker create</c>.</summary>
    public async Task<string> CreateAsync(ContainerSpec spec, CancellationToken cancellationToken)
    {
        var created = await _connection.GetAsync(
            spec.ToRequest(),
            EngineJson.Default.CreatedContainer,
            cancellationToken
        );
        return created.Id;
    }

    /// <summary>Starts a container. Equivalent: <c>docker start</c>.</summary>
    public Task StartAsync(string id, CancellationToken cancellationToken) =>
        _connection.ExecuteAsync(
            Request(HttpMethod.Post, id, "/start", "start"),
            cancellationToken
        );

    /// <summary>Returns the container; null when there is none. Equivalent: <c>docker inspect</c>.</summary>
    public Task<Container?> FindAsync(string id, CancellationToken cancellationToken) =>
        _connection.FindAsync(
            Request(HttpMethod.Get, id, "/json", "inspect"),
            EngineJson.Default.Container,
            cancellationToken
        );

    /// <summary>Lists containers, ended ones too, that carry all of <paramref name="labels"/>. Equivalent: <c>docker ps --all --filter label=...</c>.</summary>
    public Task<IReadOnlyList<ContainerSummary>> ListAsync(
        IReadOnlyList<string> labels,
        CancellationToken cancellationToken
    ) =>
        _connection.GetAsync(
            new EngineRequest(HttpMethod.Get, "containers/json", "list containers")
                .With("all", true)
                .WithFilters(LabelFilter.Of(labels)),
            EngineJson.Default.IReadOnlyListContainerSummary,
            cancellationToken
        );

    /// <summary>
    /// Joins the output of a container; call it before the start to miss nothing. Equivalent: <c>docker attach --no-stdin</c>.
    /// </summary>
    public Task<ContainerOutput> AttachAsync(string id, CancellationToken cancellationToken) =>
        OpenOutputAsync(
            Request(HttpMethod.Post, id, "/attach", "attach to")
                .With("stream", true)
                .With("stdout", true)
                .With("stderr", true),
            cancellationToken
        );

    /// <summary>Hands out what a container has printed so far; with <paramref name="follow"/> until it ends. Equivalent: <c>docker logs</c>.</summary>
    public async Task ReadLogsAsync(
        string id,
        bool follow,
        Action<OutputLine> onLine,
        CancellationToken cancellationToken
    )
    {
        await using var output = await OpenOutputAsync(
            Request(HttpMethod.Get, id, "/logs", "read the log of")
                .With("stdout", true)
                .With("stderr", true)
                .With("follow", follow),
            cancellationToken
        );
        await output.ReadAsync(onLine, cancellationToken);
    }

    /// <summary>Waits until the container has ended and returns its exit code. Equivalent: <c>docker wait</c>.</summary>
    public async Task<int> WaitAsync(string id, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, id, "/wait", "wait for");
        var reply = await _connection.GetAsync(
            request,
            EngineJson.Default.WaitReply,
            cancellationToken
        );
        return reply.Error?.Message is { Length: > 0 } error
            ? throw new EngineException(request.Purpose, error, request.Path, request.Hint)
            : reply.StatusCode;
    }

    /// <summary>Sends a signal such as <c>SIGINT</c>; nothing happens when the container does not run. Equivalent: <c>docker kill</c>.</summary>
    public Task KillAsync(string id, string signal, CancellationToken cancellationToken) =>
        _connection.ExecuteAsync(
            Request(HttpMethod.Post, id, "/kill", "signal")
                .With("signal", signal)
                .Accepting(HttpStatusCode.Conflict, HttpStatusCode.NotFound),
            cancellationToken
        );

    /// <summary>Asks the container to end, and kills it after <paramref name="patience"/>. Equivalent: <c>docker stop</c>.</summary>
    public Task StopAsync(string id, TimeSpan patience, CancellationToken cancellationToken) =>
        _connection.ExecuteAsync(
            Request(HttpMethod.Post, id, "/stop", "stop")
                .With(
                    "t",
                    Math.Ceiling(patience.TotalSeconds).ToString(CultureInfo.InvariantCulture)
                )
                .Accepting(HttpStatusCode.NotModified, HttpStatusCode.NotFound),
            cancellationToken
        );

    /// <summary>Removes a container with its nameless volumes, running or not; nothing happens when there is none. Equivalent: <c>docker rm --force --volumes</c>.</summary>
    public Task RemoveAsync(string id, CancellationToken cancellationToken) =>
        _connection.ExecuteAsync(
            Request(HttpMethod.Delete, id, "", "remove")
                .With("force", true)
                .With("v", true)
                .Accepting(HttpStatusCode.NotFound, HttpStatusCode.Conflict),
            cancellationToken
        );

    /// <summary>Unpacks the tar archive that <paramref name="write"/> writes into a folder of the container, which must exist. Equivalent: <c>docker cp - id:folder</c>.</summary>
    public Task PutArchiveAsync(
        string id,
        string folder,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellationToken
    ) =>
        _connection.ExecuteAsync(
            Request(HttpMethod.Put, id, "/archive", $"copy into {folder} of")
                .With("path", folder)
                .With("noOverwriteDirNonDir", true)
                .WithTar(write),
            cancellationToken
        );

    /// <summary>Copies a file or folder into a container, running or not. Equivalent: <c>docker cp local id:remote</c>.</summary>
    public Task CopyInAsync(string id, ContainerCopy copy, CancellationToken cancellationToken) =>
        PutArchiveAsync(
            id,
            "/",
            (stream, token) => FolderArchive.WriteAsync(copy, copy.Remote.Trim('/'), stream, token),
            cancellationToken
        );

    /// <summary>Copies a file or folder out of a container, running or not; false when it is not there. Equivalent: <c>docker cp id:remote local</c>.</summary>
    public async Task<bool> TryCopyOutAsync(
        string id,
        ContainerCopy copy,
        CancellationToken cancellationToken
    )
    {
        await using var archive = await FindArchiveAsync(id, copy.Remote, cancellationToken);
        if (archive is null)
        {
            return false;
        }

        await FolderArchive.ExtractAsync(archive, copy.Local, cancellationToken);
        return true;
    }

    /// <summary>
    /// Opens a file or folder of the container as a tar archive, whose entries begin with the last part of the path; null when it is not there.
    /// Equivalent: <c>docker cp id:path -</c>.
    /// </summary>
    public async Task<Stream?> FindArchiveAsync(
        string id,
        string path,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await _connection.OpenAsync(
                Request(HttpMethod.Get, id, "/archive", $"copy {path} out of").With("path", path),
                cancellationToken
            );
        }
        catch (EngineException failure) when (failure.Status == (int)HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Runs a program in a running container and returns its exit code. Equivalent: <c>docker exec</c>.</summary>
    public async Task<int> ExecuteAsync(
        string id,
        ContainerExec exec,
        Action<OutputLine> onLine,
        CancellationToken cancellationToken
    )
    {
        var created = await _connection.GetAsync(
            Request(HttpMethod.Post, id, "/exec", "prepare a program in")
                .WithJson(exec.ToBody(), EngineJson.Default.CreateExecBody),
            EngineJson.Default.CreatedContainer,
            cancellationToken
        );
        var purpose = $"run {exec.Command[0]} in container {Short(id)}";
        await using (
            var output = await OpenOutputAsync(
                new EngineRequest(HttpMethod.Post, $"exec/{created.Id}/start", purpose).WithJson(
                    new StartExecBody(Detach: false, Tty: false),
                    EngineJson.Default.StartExecBody
                ),
                cancellationToken
            )
        )
        {
            await output.ReadAsync(onLine, cancellationToken);
        }

        var state = await _connection.GetAsync(
            new EngineRequest(HttpMethod.Get, $"exec/{created.Id}/json", purpose),
            EngineJson.Default.ExecState,
            cancellationToken
        );
        return state.ExitCode ?? -1;
    }

    private async Task<ContainerOutput> OpenOutputAsync(
        EngineRequest request,
        CancellationToken cancellationToken
    )
    {
        return new ContainerOutput(await _connection.OpenAsync(request, cancellationToken));
    }

    private static EngineRequest Request(
        HttpMethod method,
        string id,
        string suffix,
        string verb
    ) =>
        new(
            method,
            $"containers/{Uri.EscapeDataString(id)}{suffix}",
            $"{verb} container {Short(id)}"
        )
        {
            Hint = "see what the engine runs with: docker ps --all",
        };

    private static string Short(string id) => id.Length == 64 ? id[..12] : $"'{id}'";
}
