namespace SocialOps.Tests;

/// <summary>Names the row of docs/requirements.md that a test shows.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RequirementAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
