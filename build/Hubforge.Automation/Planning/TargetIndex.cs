using System.Runtime.CompilerServices;

namespace Hubforge.Automation.Planning;

/// <summary>
/// Finds the target that a delegate stands for. A property makes a new delegate each time it is read; they are equal, but all delegates of one object hash
/// alike, and to ask one for its <see cref="Delegate.Method"/> takes longer the more methods the class has. So the address of the code is looked at first.
/// </summary>
internal sealed class TargetIndex
{
    private readonly List<(Target Definition, TargetModel Model)> _all = [];
    private readonly Dictionary<nint, (Target Definition, TargetModel Model)> _byCode = [];
    private readonly Dictionary<Target, TargetModel> _byMethod = new(new MethodComparer());
    private int _inByMethod;

    public void Add(Target definition, TargetModel model)
    {
        _all.Add((definition, model));
        _byCode.TryAdd(AddressOf(definition), (definition, model));
    }

    /// <summary>Returns the target when the address of the code tells; null says nothing.</summary>
    public TargetModel? Recall(Target definition) =>
        _byCode.TryGetValue(AddressOf(definition), out var found)
        && Delegate.Equals(found.Definition, definition)
            ? found.Model
            : null;

    /// <summary>Returns the target; null when the delegate stands for none.</summary>
    public TargetModel? Find(Target definition)
    {
        if (Recall(definition) is { } target)
        {
            return target;
        }

        // The same code can have several addresses while it is being compiled.
        for (; _inByMethod < _all.Count; _inByMethod++)
        {
            _byMethod.TryAdd(_all[_inByMethod].Definition, _all[_inByMethod].Model);
        }

        return _byMethod.GetValueOrDefault(definition);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_methodPtr")]
    private static extern ref nint AddressOf(Delegate definition);

    private sealed class MethodComparer : IEqualityComparer<Target>
    {
        public bool Equals(Target? x, Target? y) => Delegate.Equals(x, y);

        public int GetHashCode(Target obj) => obj.Method.GetHashCode();
    }
}
