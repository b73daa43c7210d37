using Hubforge.Automation;
using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Images;
using Hubforge.Missions.Locks;
using Hubforge.Missions.Publishing;
using Hubforge.Missions.Specs;

namespace Hubforge.Build.Work;

/// <summary>Says of each target whether its result is there already, by looking at the result itself: labels of images, locks, reports.</summary>
internal sealed class CurrencyChecks(PartsSource source, MissionInputs inputs)
{
    public Task<Currency> BaseAsync(Mission mission, CancellationToken cancellationToken) =>
        AskAsync(
            "base image",
            parts => parts.Bases.IsCurrentAsync(Order(mission), cancellationToken),
            cancellationToken
        );

    public Task<Currency> CommonAsync(Mission mission, CancellationToken cancellationToken) =>
        AskAsync(
            "common image",
            parts => parts.Commons.IsCurrentAsync(Order(mission), cancellationToken),
            cancellationToken
        );

    public Task<Currency> ImageAsync(Mission mission, CancellationToken cancellationToken) =>
        AskAsync(
            "image",
            parts => parts.Images.IsCurrentAsync(Order(mission), cancellationToken),
            cancellationToken
        );

    /// <summary>Says whether the lock stands as it should. One that is older than its specs is looked at in every run, so that the warning stays.</summary>
    public Task<Currency> LockAsync(
        MissionEnvironment environment,
        CancellationToken cancellationToken
    )
    {
        if (
            !source.Settings.UseFrozen
            && (source.Settings.Update.Length > 0 || source.Settings.CalVersion != "none")
        )
        {
            return Task.FromResult(
                Currency.Outdated("--update and --cal-version solve every time")
            );
        }

        var check = new LockCheck(inputs);
        var outdated = environment
            .Mission.Settings.Platforms.Select(platform =>
                check.Check(environment.Mission, environment.Spec, platform)
            )
            .FirstOrDefault(state => !state.IsCurrent);
        return Task.FromResult(
            outdated switch
            {
                null => Currency.Current("the lock was made from these specs"),
                { Lock: null } => Currency.Outdated("there is no lock"),
                { Changes: [var change, ..] } => Currency.Outdated($"{change} since it was locked"),
                _ => Currency.Outdated("the lock cannot be trusted"),
            }
        );
    }

    public async Task<Currency> TestedAsync(Mission mission, CancellationToken cancellationToken)
    {
        var parts = await source.GetAsync(cancellationToken);
        var image = await parts.Images.FindAsync(Order(mission), cancellationToken);
        return image is not null && parts.Results.HavePassed(mission.Name, image.Id)
            ? Currency.Current("this very image has passed")
            : Currency.Outdated(
                image is null ? "there is no image" : "this image has not passed its tests"
            );
    }

    public async Task<Currency> PushedAsync(Mission mission, CancellationToken cancellationToken)
    {
        var parts = await source.GetAsync(cancellationToken);
        var order = new PushOrder(Order(mission));
        return
            await parts.Images.FindAsync(order.Image, cancellationToken) is { } image
            && await parts.Publisher.IsPushedAsync(order, image, cancellationToken)
            ? Currency.Current("this very image was pushed there")
            : Currency.Outdated("this image was not pushed there");
    }

    private ImageOrder Order(Mission mission) => ImageOrder.For(mission, source.Settings.Options);

    private async Task<Currency> AskAsync(
        string what,
        Func<Parts, Task<bool>> isCurrent,
        CancellationToken cancellationToken
    ) =>
        await isCurrent(await source.GetAsync(cancellationToken))
            ? Currency.Current($"the engine has this {what}")
            : Currency.Outdated($"the engine has no {what} of this state");
}
