namespace Hubforge.Containers.Tests.Building;

/// <summary>What <c>docker build --progress plain</c> prints.</summary>
internal static class BuildLogs
{
    public const string Good = """
        #1 [internal] load build definition from Dockerfile
        #1 transferring dockerfile: 80B done
        #1 DONE 0.0s

        #4 [1/3] FROM docker.io/library/root
        #4 DONE 0.0s

        #6 [2/3] RUN make
        #6 0.3 making
        #6 ...

        #7 [3/3] COPY a b
        #7 CACHED

        #6 [2/3] RUN make
        #6 1.1 made
        #6 DONE 1.2s

        #8 exporting to image
        #8 exporting layers done
        #8 DONE 0.1s
        """;

    public const string Bad = """
        #4 [1/2] FROM docker.io/library/root
        #4 DONE 0.0s

        #6 [stage 1/1] RUN other
        #6 0.1 other step

        #5 [2/2] RUN make
        #5 0.310 make: *** no rule to make target. Stop.
        #5 ERROR: executor failed running [/bin/sh -c make]: exit code: 2
        ------
         > [2/2] RUN make:
        #5 0.310 make: *** no rule to make target. Stop.
        ------
        executor failed running [/bin/sh -c make]: exit code: 2
        """;
}
