using EcsPlatform.Clusters;

namespace EcsPlatform.Tests.Clusters;

public class InstanceTypeNameTests
{
    [Theory]
    [InlineData("t3.medium", InstanceArchitecture.X64)]
    [InlineData("t3a.nano", InstanceArchitecture.X64)]
    [InlineData("m7i-flex.large", InstanceArchitecture.X64)]
    [InlineData("g5.xlarge", InstanceArchitecture.X64)]
    [InlineData("g4dn.metal", InstanceArchitecture.X64)]
    [InlineData("x2iedn.32xlarge", InstanceArchitecture.X64)]
    [InlineData("u-6tb1.metal", InstanceArchitecture.X64)]
    [InlineData("u7i-12tb.224xlarge", InstanceArchitecture.X64)]
    [InlineData("c7i.metal-24xl", InstanceArchitecture.X64)]
    [InlineData("a1.medium", InstanceArchitecture.Arm64)]
    [InlineData("t4g.small", InstanceArchitecture.Arm64)]
    [InlineData("m7g.large", InstanceArchitecture.Arm64)]
    [InlineData("c6gd.2xlarge", InstanceArchitecture.Arm64)]
    [InlineData("c7gn.xlarge", InstanceArchitecture.Arm64)]
    [InlineData("g5g.xlarge", InstanceArchitecture.Arm64)]
    [InlineData("im4gn.large", InstanceArchitecture.Arm64)]
    [InlineData("is4gen.medium", InstanceArchitecture.Arm64)]
    public void The_name_tells_the_processors(string type, InstanceArchitecture expected)
    {
        InstanceTypeName.TryParse(type, out var name).ShouldBeTrue();
        name!.Architecture.ShouldBe(expected);
    }

    [Theory]
    [InlineData("t2.micro", false)]
    [InlineData("t3.medium", false)]
    [InlineData("t4g.large", false)]
    [InlineData("m4.large", false)]
    [InlineData("c4.large", false)]
    [InlineData("r4.large", false)]
    [InlineData("m5.large", true)]
    [InlineData("m7g.large", true)]
    [InlineData("c6i.large", true)]
    [InlineData("r5.large", true)]
    [InlineData("a1.medium", true)]
    public void Burstable_and_old_types_have_no_trunk(string type, bool expected)
    {
        InstanceTypeName.TryParse(type, out var name).ShouldBeTrue();
        name!.SupportsTrunking.ShouldBe(expected);
    }

    [Fact]
    public void Its_parts_are_read()
    {
        InstanceTypeName.TryParse("m7gd.4xlarge", out var name).ShouldBeTrue();
        name.ShouldBe(new InstanceTypeName("m", 7, "gd", "4xlarge"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("medium")]
    [InlineData("t3")]
    [InlineData("t3.")]
    [InlineData(".medium")]
    [InlineData("T3.medium")]
    [InlineData("t.medium")]
    [InlineData("t3.medium ")]
    [InlineData("t3.medium\n")]
    public void Other_texts_are_no_types(string text)
    {
        InstanceTypeName.TryParse(text, out var name).ShouldBeFalse();
        name.ShouldBeNull();
    }
}
