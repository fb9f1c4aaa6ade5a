using SocialOps.People;

namespace SocialOps.Responses;

/// <summary>Who gave a label.</summary>
/// <param name="Kind">Person, rule or classifier.</param>
/// <param name="Name">The person's id, the rule's id, the classifier's name.</param>
/// <param name="Version">The classifier's version; <see langword="null"/> for people and rules: a rule's version is the revision of the definitions that the item names.</param>
public readonly record struct LabelSource(LabelSourceKind Kind, string Name, string? Version = null)
{
    /// <summary>A person.</summary>
    public static LabelSource Human(PersonId person) => new(LabelSourceKind.Human, person.Value);

    /// <summary>A rule of the response policy.</summary>
    public static LabelSource Rule(string id) => new(LabelSourceKind.Rule, id);

    /// <summary>A classifier.</summary>
    public static LabelSource Classifier(IItemClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return new(LabelSourceKind.Classifier, classifier.Name, classifier.Version);
    }

    /// <summary>For people: <c>rule 'thanks'</c>, <c>lexicon 1</c>, <c>lena</c>.</summary>
    public override string ToString() => Kind switch
    {
        LabelSourceKind.Rule => $"rule '{Name}'",
        LabelSourceKind.Classifier => $"{Name} {Version}",
        _ => Name,
    };
}

/// <summary>The kinds of label sources, the strongest first.</summary>
public enum LabelSourceKind
{
    /// <summary>A person.</summary>
    Human,

    /// <summary>A rule of the response policy.</summary>
    Rule,

    /// <summary>A classifier.</summary>
    Classifier,
}
