namespace Pulumi.Testing;

public class TestOptions
{
    public TestOptions()
    {
    }

    public string? ProjectName { get; set; }

    public string? RootDirectory { get; set; }

    public string? StackName { get; set; }

    public bool? IsPreview { get; set; }

    public string? OrganizationName { get; set; }
}
