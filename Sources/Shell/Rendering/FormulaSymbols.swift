/// TeX's names, and the letters that Unicode has for them.
enum FormulaSymbols {
  static let symbols: [String: (String, Formula.Class)] = {
    var table: [String: (String, Formula.Class)] = [:]
    func add(_ kind: Formula.Class, _ pairs: String) {
      for pair in pairs.split(separator: " ") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        table[String(parts[0])] = (String(parts[1]), kind)
      }
    }
    add(
      .ordinary,
      """
      alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ lambda=λ mu=μ nu=ν \
      xi=ξ pi=π rho=ρ sigma=σ varsigma=ς tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ \
      Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω partial=∂ nabla=∇ infty=∞ circ=° ell=ℓ hbar=ℏ emptyset=∅ forall=∀ exists=∃ \
      dots=… ldots=… cdots=⋯ vdots=⋮ ddots=⋱ prime=′ top=⊤ bot=⊥ degree=° %=% #=# _=_ &=& $=$ Re=ℜ Im=ℑ
      """)
    add(.binary, "pm=± mp=∓ times=× div=÷ ast=∗ star=⋆ oplus=⊕ otimes=⊗ odot=⊙ cup=∪ cap=∩ setminus=∖ wedge=∧ vee=∨")
    add(
      .relation,
      """
      le=≤ leq=≤ ge=≥ geq=≥ ne=≠ neq=≠ approx=≈ equiv=≡ sim=∼ simeq=≃ propto=∝ in=∈ notin=∉ ni=∋ subset=⊂ subseteq=⊆ to=→ \
      rightarrow=→ leftarrow=← gets=← Rightarrow=⇒ Leftarrow=⇐ implies=⇒ iff=⇔ Leftrightarrow=⇔ leftrightarrow=↔ mapsto=↦ mid=| \
      ll=≪ gg=≫ longrightarrow=⟶
      """)
    add(.large, "sum=Σ prod=∏ int=∫ bigcup=⋃ bigcap=⋂")
    add(.open, "langle=⟨ lfloor=⌊ lceil=⌈ {={ lvert=| lVert=‖ lbrace={ lbrack=[")
    add(.close, "rangle=⟩ rfloor=⌋ rceil=⌉ }=} rvert=| rVert=‖ |=‖ rbrace=} rbrack=] Vert=‖ vert=|")
    add(
      .function,
      "max=max min=min argmax=argmax argmin=argmin log=log ln=ln exp=exp sin=sin cos=cos tan=tan tanh=tanh sinh=sinh cosh=cosh lim=lim sup=sup inf=inf det=det dim=dim gcd=gcd arg=arg Pr=Pr"
    )
    // Multiplication's dot stays close to its factors, as the engine prints it.
    add(.ordinary, "cdot=· bullet=• colon=:")
    table[","] = (" ", .space)
    table[";"] = (" ", .space)
    table[":"] = (" ", .space)
    table[" "] = (" ", .space)
    table["quad"] = ("  ", .space)
    table["qquad"] = ("    ", .space)
    table["!"] = ("", .space)
    return table
  }()

  /// `\mathbb{R}`
  static let blackboard: [Character: Character] = pairs("Cℂ E𝔼 Hℍ Nℕ Pℙ Qℚ Rℝ Zℤ 1𝟙")

  static let accents = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{304}", "tilde": "\u{303}",
    "widetilde": "\u{303}", "vec": "\u{20D7}", "dot": "\u{307}", "ddot": "\u{308}",
  ]

  static let below = pairs(
    "0₀ 1₁ 2₂ 3₃ 4₄ 5₅ 6₆ 7₇ 8₈ 9₉ +₊ −₋ =₌ (₍ )₎ aₐ eₑ hₕ iᵢ jⱼ kₖ lₗ mₘ nₙ oₒ pₚ rᵣ sₛ tₜ uᵤ vᵥ xₓ βᵦ γᵧ ρᵨ φᵩ χᵪ ,,")
  static let above = pairs(
    """
    0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ +⁺ −⁻ =⁼ (⁽ )⁾ aᵃ bᵇ cᶜ dᵈ eᵉ fᶠ gᵍ hʰ iⁱ jʲ kᵏ lˡ mᵐ nⁿ oᵒ pᵖ rʳ sˢ tᵗ uᵘ vᵛ wʷ xˣ yʸ zᶻ \
    Aᴬ Bᴮ Dᴰ Eᴱ Gᴳ Hᴴ Iᴵ Jᴶ Kᴷ Lᴸ Mᴹ Nᴺ Oᴼ Pᴾ Rᴿ Tᵀ Uᵁ Vⱽ Wᵂ αᵅ βᵝ γᵞ δᵟ θᶿ φᵠ ′′ °° ∗* ⊤ᵀ
    """)

  private static func pairs(_ text: String) -> [Character: Character] {
    var table: [Character: Character] = [:]
    for pair in text.split(separator: " ") {
      if let from = pair.first, let to = pair.last { table[from] = to }
    }
    return table
  }
}
